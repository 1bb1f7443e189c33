import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { textTable } from '#infrastructure/command-line/text-table.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { createDatabase, type Database } from './connection.js'
import { DatabaseError } from './errors.js'
import { boundTo } from './unit-of-work.js'
import type { Check, Finding } from './verification/check.js'
import { checks } from './verification/checks.js'

/** The findings of a check; empty when all is well. */
export type CheckReport = { readonly name: string; readonly findings: readonly Finding[] }

const shownMax = 10

/**
 * Runs checks one after the other. When the database answers a check with an error, that is a
 * finding too.
 *
 * @param database the database, bound to the operator's identity.
 */
export async function verify(
  database: Database,
  chosen: readonly Check[] = checks,
  onDone: (count: number) => void = () => undefined,
): Promise<CheckReport[]> {
  const reports: CheckReport[] = []
  for (const { name, run } of chosen) {
    reports.push({ name, findings: await run(database).catch(unanswered) })
    onDone(reports.length)
  }
  return reports
}

/**
 * Turns an error of the database into a finding. Rethrows what ends the whole run: a lost
 * connection, or a database that was never migrated.
 */
function unanswered(error: unknown): Finding[] {
  if (!(error instanceof DatabaseError) || error.facts.kind === 'unavailable') throw error
  const why = error.cause instanceof Error ? error.cause.message : error.message
  return [{ subject: 'the check', problem: `the database did not answer (${error.facts.sqlState}): ${why}` }]
}

/** Makes a table of checks, then a line for each finding, then a summary. */
export function verificationLines(reports: readonly CheckReport[]): string[] {
  const rows = reports.map(({ name, findings }) => [
    findings.length === 0 ? '✓' : '✗',
    name,
    findings.length === 0 ? 'ok' : `${findings.length} wrong`,
  ])
  const failed = reports.filter(({ findings }) => findings.length > 0)
  const summary =
    failed.length === 0 ? `${reports.length} checks passed` : `${failed.length} of ${reports.length} checks failed`
  return [...textTable(['', 'check', 'result'], rows), '', ...failed.flatMap(findingLines), summary]
}

function findingLines({ name, findings }: CheckReport): string[] {
  const shown = findings.slice(0, shownMax).map(({ subject, problem }) => mark.wrong(`${name}: ${subject}: ${problem}`))
  const more = findings.length - shown.length
  return more > 0 ? [...shown, `  and ${more} more`] : shown
}

await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run db:verify')
  const config = parseDatabaseConfig(process.env)
  console.log(`verifying ${describeTarget(config.url)}`)
  const database = createDatabase(config)
  try {
    const bar = new ProgressBar('checks', checks.length)
    const reports = await verify(boundTo(database, { kind: 'operator' }), checks, (done) => bar.show(done))
    for (const line of verificationLines(reports)) console.log(line)
    return reports.every(({ findings }) => findings.length === 0) ? exitCodes.ok : exitCodes.found
  } finally {
    await database.close()
  }
})
