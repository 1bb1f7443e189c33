import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { errorCode, withPgSession } from '../pg-session/pg-session.js'

/** A statement as pg_stat_statements counts it; times are in milliseconds. */
export type StatementStatistics = {
  readonly calls: number
  readonly meanMs: number
  readonly totalMs: number
  readonly rows: number
  readonly text: string
}

/** What keeps PostgreSQL from counting statements. */
type NotCounted = 'not installed' | 'not loaded'

/** The SQLSTATE of what an extension answers that the server did not load at its start. */
const notLoaded = '55000'

/**
 * Lists the statements that took the most time in total, the slowest first, or tells why none are
 * counted.
 */
export async function statementStatistics(url: string, limit: number): Promise<StatementStatistics[] | NotCounted> {
  return withPgSession(url, async (client) => {
    const { rows: found } = await client.query(`select 1 from pg_extension where extname = 'pg_stat_statements'`)
    if (found.length === 0) return 'not installed'
    return listCounted(client, limit).catch((error: unknown) => {
      if (errorCode(error) === notLoaded) return 'not loaded'
      throw error
    })
  })
}

type Counted = {
  readonly calls: string
  readonly mean: number
  readonly total: number
  readonly rows: string
  readonly query: string
}

async function listCounted(client: Client, limit: number): Promise<StatementStatistics[]> {
  const { rows } = await client.query<Counted>(
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
}

const remedies: Readonly<Record<NotCounted, string>> = {
  'not installed': 'run "create extension pg_stat_statements" as the owner of the database',
  'not loaded': 'add it to shared_preload_libraries of the server, and restart that',
}

function lineOf({ calls, meanMs, totalMs, rows, text }: StatementStatistics): string {
  const numbers = [totalMs.toFixed(0), meanMs.toFixed(2), String(calls), String(rows)].map((number) =>
    number.padStart(10),
  )
  return `${numbers.join('')}  ${text.slice(0, 90)}`
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ limit: { type: 'string', default: '20' } }, 'npm run db:stats [-- --limit N]')
  const limit = Number(values.limit)
  if (!Number.isInteger(limit) || limit < 1) {
    throw new CommandError(exitCodes.usage, `--limit is "${values.limit}": give a whole number from 1`)
  }
  const url = parseDatabaseConfig(process.env).directUrl
  console.log(describeTarget(url))
  const statistics = await statementStatistics(url, limit)
  if (!Array.isArray(statistics)) {
    console.log(mark.skipped(`pg_stat_statements is ${statistics} here: ${remedies[statistics]}`))
    return exitCodes.found
  }
  console.log(['total ms', 'mean ms', 'calls', 'rows'].map((title) => title.padStart(10)).join(''))
  for (const statement of statistics) console.log(lineOf(statement))
  return exitCodes.ok
})
