import * as z from 'zod'
import type { BatchOptions, Database, Results } from './connection.js'
import { effect, one, type Statement, sql } from './statement.js'

/** So many requests in each window, for one caller. */
export type Quota = { readonly requests: number; readonly windowSeconds: number }

/**
 * Who asks, when, and how much they may; `remaining` is known once the first unit of work has been
 * admitted.
 */
export type Admission = {
  readonly caller: string
  readonly quota: Quota
  readonly now: Date
  remaining: number | null
}

/**
 * Counts one request of a caller; raises RATE_LIMITED over the quota, so that nothing of the unit
 * of work remains.
 */
export const admit = one({
  name: 'admit',
  row: z.object({ remaining: z.number() }),
  sql: (asked: { caller: string; requests: number; windowSeconds: number; now: Date }) => sql`
    select app.admit(
      ${asked.caller}::text,
      ${asked.requests}::integer,
      ${asked.windowSeconds}::integer,
      ${asked.now}::timestamptz) as remaining`,
  map: (row) => row.remaining,
})

/** What is read needs no durable commit: a lost count costs nobody anything. */
export const readOnlyFromHere = effect({
  name: 'readOnlyFromHere',
  sql: (_: Record<never, never>) => sql`
    select set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true)`,
})

/**
 * The same database, whose first unit of work also counts the request: in the same round trip,
 * before anything else. What is only read stays read only from there on.
 */
export function admitted(database: Database, admission: Admission): Database {
  const { caller, quota, now } = admission
  const count = admit({ caller, ...quota, now })
  const first = async (statements: readonly Statement[], { readOnly, ...options }: BatchOptions) => {
    const entry: Statement[] = readOnly ? [count, readOnlyFromHere({})] : [count]
    const [remaining, ...results] = await database.batch([...entry, ...statements], options)
    admission.remaining = remaining as number
    return results.slice(entry.length - 1)
  }
  return {
    query: async <Result>(statement: Statement<Result>) => {
      if (admission.remaining !== null) return database.query(statement)
      return (await first([statement], { readOnly: true }))[0] as Result
    },
    batch: async <const Statements extends readonly Statement[]>(
      statements: Statements,
      options: BatchOptions = {},
    ) => {
      if (admission.remaining !== null || statements.length === 0) return database.batch(statements, options)
      return (await first(statements, options)) as Results<Statements>
    },
    close: () => database.close(),
  }
}
