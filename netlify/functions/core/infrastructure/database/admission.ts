import * as z from 'zod'
import type { AthleteId } from '#domain/values/id.schema.js'
import { DatabaseError } from './errors.js'
import type { Borrowing, Lease, Leases } from './leases.js'
import type { Meter, QuotaLeft } from './metered.js'
import type { BatchOptions, Database, Results } from './port.js'
import { effect, one, type Statement, sql } from './statement.js'

/** How many requests a caller, and all callers of an account together, may send in each window. */
export type Quota = { readonly requests: number; readonly accountRequests: number; readonly windowSeconds: number }

/** Whose request it is, and the quota. The database has the time. */
type Caller = { readonly caller: string; readonly account: AthleteId; readonly quota: Quota }

/** A request to count, with the leases that it may add to. */
export type Admission = Caller & { readonly leases: Leases }

/**
 * Borrows requests of a caller's quota: one for this request, and up to `wanted` for those that
 * follow. Raises RATE_LIMITED over the quota, so that nothing of the unit of work is kept.
 */
export const borrowRequests = one({
  name: 'borrowRequests',
  row: z.object({
    policy: z.enum(['default', 'account']),
    granted: z.number(),
    remaining: z.number(),
    reset_ms: z.number(),
  }),
  sql: ({ caller, account, quota, wanted }: Caller & { readonly wanted: number }) => sql`
    select policy, granted, remaining, reset_ms
    from app.borrow_requests(
      ${caller}::text,
      ${quota.requests}::integer,
      ${account}::uuid,
      ${quota.accountRequests}::integer,
      ${quota.windowSeconds}::integer,
      ${wanted}::integer)`,
  map: ({ policy, granted, remaining, reset_ms: resetMs }): Lease => ({
    granted,
    left: { policy, remaining, resetMs },
  }),
})

/** Lets the commit not wait for the disk: losing a note about a refusal costs nobody anything. */
export const notDurable = effect({
  name: 'notDurable',
  sql: (_: Record<never, never>) => sql`select set_config('synchronous_commit', 'off', true)`,
})

/** Makes the rest of the transaction read only. */
export const readOnlyFromHere = effect({
  name: 'readOnlyFromHere',
  sql: (_: Record<never, never>) => sql`select set_config('transaction_read_only', 'on', true)`,
})

const QuotaSpent = z.object({ policy: z.enum(['default', 'account']), remaining: z.literal(0), resetMs: z.number() })

/**
 * Tells which quota is used up when a unit of work failed because of that; null for any other
 * failure.
 */
export function spentQuotaOf(error: unknown): QuotaLeft | null {
  if (!(error instanceof DatabaseError)) return null
  const { kind, constraint, detail } = error.facts
  return kind === 'guard' && constraint === 'RATE_LIMITED' ? QuotaSpent.parse(JSON.parse(detail ?? '')) : null
}

/**
 * Counts a request in a unit of work of its own, and notes what is to be noted about it: for a
 * request that another database serves, or that ends before its work.
 */
export async function countRequest(
  database: Database,
  admission: Admission,
  meter: Meter,
  notes: readonly Statement[] = [],
): Promise<void> {
  await countFirst(database, admission, meter, lasting(notes), {})
}

/** Writes what is to be noted about a request that was counted, without waiting for the disk. */
export async function noteOnly(database: Database, notes: readonly Statement[]): Promise<void> {
  await database.batch(lasting(notes))
}

// what was borrowed is on no disk anyway
function lasting(notes: readonly Statement[]): readonly Statement[] {
  return notes.length === 0 ? [] : [notDurable({}), ...notes]
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
  { leases, ...caller }: Admission,
  meter: Meter,
  statements: readonly Statement[],
  options: BatchOptions,
): Promise<readonly unknown[]> {
  try {
    const turn = await leases.spendOrBorrow(caller.caller)
    if ('borrowing' in turn) return await borrowFirst(database, { ...caller, ...turn }, meter, statements, options)
    meter.quotaLeft = turn.spent
  } catch (error) {
    meter.quotaLeft = spentQuotaOf(error)
    throw error
  }
  return database.batch(statements, options)
}

async function borrowFirst(
  database: Database,
  { borrowing, ...caller }: Caller & { readonly borrowing: Borrowing },
  meter: Meter,
  statements: readonly Statement[],
  { readOnly, ...options }: BatchOptions,
): Promise<readonly unknown[]> {
  const count = borrowRequests({ ...caller, wanted: borrowing.wanted })
  const entry: Statement[] = readOnly ? [count, readOnlyFromHere({})] : [count]
  try {
    const [lease, ...results] = await database.batch([...entry, ...statements], options)
    // not before the batch is committed: what fails takes its count along
    meter.quotaLeft = borrowing.lent(lease as Lease)
    return results.slice(entry.length - 1)
  } catch (error) {
    if (spentQuotaOf(error)) borrowing.refused(error)
    else borrowing.failed()
    throw error
  }
}
