import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { withPgSession } from '../pg-session/pg-session.js'

/** A statement as pg_stat_statements counts it; times are in milliseconds. */
export type StatementStatistics = {
  readonly calls: number
  readonly meanMs: number
  readonly totalMs: number
  readonly rows: number
  readonly text: string
}

/**
 * Lists the statements that took the most time in total, the slowest first; null when the extension
 * is not installed.
 */
export async function statementStatistics(url: string, limit: number): Promise<StatementStatistics[] | null> {
  return withPgSession(url, async (client) => {
    const { rows: found } = await client.query(`select 1 from pg_extension where extname = 'pg_stat_statements'`)
    if (found.length === 0) return null
    const { rows } = await client.query<{ calls: string; mean: number; total: number; rows: string; query: string }>(
      `select calls, mean_exec_time as mean, total_exec_time as total, rows, query
       from pg_stat_statements
       where dbid = (select oid from pg_database where datname = current_database())
       order by total_exec_time desc
       limit $1::integer`,
      [limit],
    )
    return rows.map(({ calls, mean, total, rows: count, query }) => ({
      calls: Number(calls),
      meanMs: mean,
      totalMs: total,
      rows: Number(count),
      text: query.replaceAll(/\s+/g, ' ').trim(),
    }))
  })
}

function lineOf({ calls, meanMs, totalMs, rows, text }: StatementStatistics): string {
  const numbers = [totalMs.toFixed(0), meanMs.toFixed(2), String(calls), String(rows)].map((number) =>
    number.padStart(10),
  )
  return `${numbers.join('')}  ${text.slice(0, 90)}`
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ limit: { type: 'string', default: '20' } }, 'npm run db:stats [-- --limit N]')
  const url = parseDatabaseConfig(process.env).directUrl
  console.log(describeTarget(url))
  const statistics = await statementStatistics(url, Number(values.limit))
  if (!statistics) {
    console.log(
      mark.skipped('pg_stat_statements is not installed here: run "create extension pg_stat_statements" as its owner'),
    )
    return exitCodes.found
  }
  console.log(['total ms', 'mean ms', 'calls', 'rows'].map((title) => title.padStart(10)).join(''))
  for (const statement of statistics) console.log(lineOf(statement))
  return exitCodes.ok
})
