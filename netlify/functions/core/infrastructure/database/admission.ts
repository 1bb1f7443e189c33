import * as z from 'zod'
import { DatabaseError } from './errors.js'
import type { Meter } from './metered.js'
import type { BatchOptions, Database, Results } from './port.js'
import { effect, one, type Statement, sql } from './statement.js'

/** How many requests a caller may make in each window. */
export type Quota = { readonly requests: number; readonly windowSeconds: number }

/** A request to count: the caller, the quota, and the time. */
export type Admission = { readonly caller: string; readonly quota: Quota; readonly now: Date }

/**
 * Counts one request of a caller and returns how many are left; raises RATE_LIMITED over the quota,
 * so that nothing of the unit of work is kept.
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

/**
 * Makes the rest of the transaction read only, and its commit not durable: losing the count of a
 * request costs nobody anything.
 */
export const readOnlyFromHere = effect({
  name: 'readOnlyFromHere',
  sql: (_: Record<never, never>) => sql`
    select set_config('synchronous_commit', 'off', true), set_config('transaction_read_only', 'on', true)`,
})

/** Tells whether a unit of work failed because the caller's quota is used up. */
export function isOverQuota(error: unknown): boolean {
  return error instanceof DatabaseError && error.facts.kind === 'guard' && error.facts.constraint === 'RATE_LIMITED'
}

/** Counts a request in a unit of work of its own, for a request that another database serves. */
export async function countRequest(database: Database, admission: Admission, meter: Meter): Promise<void> {
  await countFirst(database, admission, meter, [], { readOnly: true })
}

/**
 * Wraps a database so that its first unit of work also counts the request, in the same round trip
 * and before anything else. A unit of work that only reads becomes read only after the count. The
 * meter records what is left of the quota.
 */
export function admitted(database: Database, admission: Admission, meter: Meter): Database {
  let isCounted = false
  const first = async (statements: readonly Statement[], options: BatchOptions) => {
    const results = await countFirst(database, admission, meter, statements, options)
    isCounted = true
    return results
  }
  return {
    query: async <Result>(statement: Statement<Result>) => {
      if (isCounted) return database.query(statement)
      return (await first([statement], { readOnly: true }))[0] as Result
    },
    batch: async <const Statements extends readonly Statement[]>(
      statements: Statements,
      options: BatchOptions = {},
    ) => {
      if (isCounted || statements.length === 0) return database.batch(statements, options)
      return (await first(statements, options)) as Results<Statements>
    },
    close: () => database.close(),
  }
}

async function countFirst(
  database: Database,
  { caller, quota, now }: Admission,
  meter: Meter,
  statements: readonly Statement[],
  { readOnly, ...options }: BatchOptions,
): Promise<unknown[]> {
  const count = admit({ caller, ...quota, now })
  const entry: Statement[] = readOnly ? [count, readOnlyFromHere({})] : [count]
  try {
    const [left, ...results] = await database.batch([...entry, ...statements], options)
    meter.quotaLeft = left as number
    return results.slice(entry.length - 1)
  } catch (error) {
    if (isOverQuota(error)) meter.quotaLeft = 0
    throw error
  }
}
