import type { Client } from 'pg'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { textTable } from '#infrastructure/command-line/text-table.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { withPgSession } from './pg-session/pg-session.js'
import * as queries from './queries.js'
import { checkStatement, type StatementReport } from './query-check/check-statement.js'
import { type AnyStatement, findStatements } from './query-check/find-statements.js'
import * as verification from './verification/statements.js'

/** Every statement of this project. */
export const allStatements = findStatements({ ...queries, ...verification })

/**
 * Checks statements against a migrated database without running any; `onDone` is called with the
 * number checked so far.
 */
export async function checkStatements(
  client: Client,
  statements: readonly AnyStatement[],
  onDone: (count: number) => void = () => undefined,
): Promise<StatementReport[]> {
  await client.query('set search_path = public')
  const reports: StatementReport[] = []
  for (const statement of statements) {
    reports.push(await checkStatement(client, statement))
    onDone(reports.length)
  }
  return reports
}

/** Makes a table of all statements, then a line for each fault, then a summary. */
export function reportLines(reports: readonly StatementReport[]): string[] {
  const rows = reports.map(({ name, faults, plan }) => [
    faults.length === 0 ? '✓' : '✗',
    name,
    plan?.top.slice(0, 4).join(' < ') ?? '',
    plan ? indexesOf(plan) : '',
  ])
  const faults = reports.flatMap((report) => report.faults.map((fault) => mark.wrong(`${report.name}: ${fault}`)))
  return [...textTable(['', 'statement', 'plan', 'served by'], rows), '', ...faults, summaryOf(reports, faults.length)]
}

function indexesOf({ indexes, wholeTables }: NonNullable<StatementReport['plan']>): string {
  const served = indexes.length > 0 ? [indexes.join(', ')] : []
  const whole = wholeTables.length > 0 ? [`no index for ${wholeTables.join(', ')}`] : []
  return [...served, ...whole].join('; ') || 'reads no table'
}

function summaryOf(reports: readonly StatementReport[], faults: number): string {
  if (faults === 0) return `${reports.length} statements fit the schema`
  return `${faults} faults in ${reports.filter((report) => report.faults.length > 0).length} of ${reports.length} statements`
}

await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run db:test-queries')
  const url = parseDatabaseConfig(process.env).directUrl
  console.log(`checking statements against ${describeTarget(url)}`)
  const bar = new ProgressBar('statements', allStatements.length)
  const reports = await withPgSession(url, (client) => checkStatements(client, allStatements, (done) => bar.show(done)))
  for (const line of reportLines(reports)) console.log(line)
  return reports.some(({ faults }) => faults.length > 0) ? exitCodes.found : exitCodes.ok
})
