import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { type Applying, applyMigration } from './migration/apply.js'
import { listApplied, prepareBookkeeping } from './migration/bookkeeping.js'
import { insistMsMax, lockWaitMsMax } from './migration/insist.js'
import { refusePooledAddress, withMigrationLock } from './migration/lock.js'
import { describeLockWait, type LockWait } from './migration/lock-wait.js'
import { type PlannedMigration, planMigrations } from './migration/plan.js'
import { readMigrations } from './migration/read-migrations.js'
import { watchLockWaits } from './migration/watch-lock-waits.js'
import { withPgSession } from './pg-session/pg-session.js'

export type MigrateOptions = {
  /** The direct URL: behind a pooler, the lock could pass from one runner to another. */
  readonly url: string
  readonly folder?: string | undefined
  /** The number of the last migration to apply; the newest by default. */
  readonly upTo?: number
  /** How long a migration that finds others in its way is tried again; ten minutes by default. */
  readonly insistMs?: number | undefined
  readonly log?: (line: string) => void
}

/**
 * Migrates a database to the newest migration, and returns the names of those it applied. When
 * several runners start at once, each file is applied once. A runner that was killed left nothing
 * behind, or the next one continues where it stopped.
 *
 * @throws CommandError: unreachable; refused (a changed, missing or late file, each by name);
 *   failed (with line and caret).
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const { url, folder, upTo = Number.POSITIVE_INFINITY, insistMs = insistMsMax, log = () => undefined } = options
  refusePooledAddress(url)
  const files = readMigrations(folder).filter(({ number }) => number <= upTo)
  return withPgSession(url, async (client) => {
    await prepareSession(client)
    return withMigrationLock(client, log, async () => {
      await prepareBookkeeping(client)
      const plan = planMigrations(files, await listApplied(client))
      refuseProblems(plan)
      return { applied: await applyPatiently(client, plan, { url, msMax: insistMs, log }) }
    })
  })
}

/** Sums up a run in one line, which tells "3 applied" from "already up to date". */
export function summaryOf({ applied }: { readonly applied: readonly string[] }): string {
  return applied.length === 0 ? 'already up to date' : `${applied.length} applied`
}

async function prepareSession(client: Client): Promise<void> {
  await client.query(`set search_path = public; set statement_timeout = 0; set client_min_messages = warning`)
  await client.query(`set lock_timeout = ${lockWaitMsMax}`)
  // the server then notices a killed runner, and frees its lock, within a second; servers on some
  // platforms cannot, and refuse the setting
  await client.query(`set client_connection_check_interval = '1s'`).catch(() => undefined)
}

type Patience = { readonly url: string; readonly msMax: number; readonly log: (line: string) => void }

/** Applies what is pending, and tells who is in the way while it waits. */
async function applyPatiently(client: Client, plan: readonly PlannedMigration[], { url, msMax, log }: Patience) {
  const onBlocked = (wait: LockWait) => log(mark.skipped(`waits for ${describeLockWait(wait)}`))
  const watch = watchLockWaits(url, await pidOf(client), onBlocked)
  try {
    return await applyAll({ client, msMax, log, lastWait: watch.last }, plan)
  } finally {
    await watch.stop()
  }
}

async function pidOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}

function refuseProblems(plan: readonly PlannedMigration[]): void {
  const problems = plan.flatMap(({ problem }) => problem ?? [])
  if (problems.length > 0) throw new CommandError(exitCodes.refused, problems.map(mark.wrong).join('\n'))
}

async function applyAll(applying: Applying, plan: readonly PlannedMigration[]) {
  const applied: string[] = []
  for (const planned of plan) {
    if (planned.file === null || planned.state === 'applied') continue
    const started = performance.now()
    await applyMigration(applying, planned.file, planned)
    applied.push(planned.name)
    applying.log(mark.done(`${planned.name} (${Math.round(performance.now() - started)} ms)`))
  }
  return applied
}

const usage = 'npm run db:migrate [-- --folder PATH] [-- --wait SECONDS]'

function insistMsOf(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined
  if (/^\d{1,5}$/.test(seconds)) return Number(seconds) * 1_000
  throw new CommandError(exitCodes.usage, `--wait takes a whole number of seconds. Usage: ${usage}`)
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ folder: { type: 'string' }, wait: { type: 'string' } }, usage)
  const url = parseDatabaseConfig(process.env).directUrl
  const insistMs = insistMsOf(values.wait)
  console.log(`migrating ${describeTarget(url)}`)
  console.log(summaryOf(await migrate({ url, folder: values.folder, insistMs, log: console.log })))
  return exitCodes.ok
})
