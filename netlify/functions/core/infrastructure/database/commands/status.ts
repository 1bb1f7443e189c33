import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { listApplied } from '../migration/bookkeeping.js'
import { type PlannedMigration, planMigrations } from '../migration/plan.js'
import { readMigrations } from '../migration/read-migrations.js'
import { withPgSession } from '../pg-session/pg-session.js'

/**
 * Lists every migration that the folder or the database knows, with its state; it changes nothing.
 */
export async function migrationStatus(url: string, folder?: string): Promise<PlannedMigration[]> {
  const files = readMigrations(folder)
  return planMigrations(files, await withPgSession(url, listApplied))
}

/** Makes one line per migration, then a summary such as "5 applied, 1 pending". */
export function statusLines(plan: readonly PlannedMigration[]): string[] {
  const counts = Map.groupBy(plan, ({ state }) => state)
  const summary = [...counts].map(([state, items]) => `${items.length} ${state}`).join(', ')
  return [...plan.map(lineOf), summary || 'no migrations']
}

function lineOf({ name, state, applied, problem }: PlannedMigration): string {
  if (problem !== null) return mark.wrong(problem)
  if (state === 'applied') return mark.done(`${name} applied ${applied?.startedAt.toISOString().slice(0, 19)}Z`)
  return mark.skipped(
    state === 'unfinished' ? `${name} unfinished: npm run db:migrate goes on with it` : `${name} ${state}`,
  )
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ folder: { type: 'string' } }, 'npm run db:status [-- --folder PATH]')
  const url = parseDatabaseConfig(process.env).directUrl
  console.log(describeTarget(url))
  const plan = await migrationStatus(url, values.folder)
  for (const line of statusLines(plan)) console.log(line)
  return plan.some(({ problem }) => problem !== null) ? exitCodes.found : exitCodes.ok
})
