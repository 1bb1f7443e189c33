import type { AthleteId } from '#domain/values/id.schema.js'
import { DatabaseError } from './errors.js'
import type { BatchOptions, Database, Results, Run } from './port.js'
import { effect, type Statement, sql } from './statement.js'

/** The identity that a unit of work runs as; row-level security shows it only its own rows. */
export type Identity =
  | { readonly kind: 'athlete'; readonly userId: AthleteId }
  /** A caller who is not signed in: sees the library, and no athlete's rows. */
  | { readonly kind: 'visitor' }
  /** The service itself: sees every row, for seeding, rebuilding and checking. */
  | { readonly kind: 'operator' }

export type UnitOfWorkOptions = {
  /**
   * Returns how much time the request has left, in milliseconds. It is asked when each unit of work
   * begins: no statement and no lock waits longer.
   */
  readonly remainingMs?: () => number
  /** Runs the reading of rows. What was written is written: its rows are read in any case. */
  readonly inSlices?: Run
}

/**
 * Takes on an identity for this transaction only: the connection goes back to the pool as it came.
 * Without this, a superuser or a role like Neon's owner bypasses every policy.
 */
export function actAs(identity: Identity, msMax?: number): Statement<void> {
  const role = identity.kind === 'operator' ? 'calistheniq_operator' : 'calistheniq_app'
  const userId = identity.kind === 'athlete' ? identity.userId : ''
  return msMax === undefined
    ? takeRole({ role, userId })
    : takeRoleUntil({ role, userId, limit: `${Math.ceil(msMax)}ms` })
}

const takeRole = effect({
  name: 'take-role',
  sql: ({ role, userId }: { role: string; userId: AthleteId | '' }) => sql`
    select set_config('role', ${role}::text, true), set_config('app.user_id', ${userId}::text, true)`,
})

const takeRoleUntil = effect({
  name: 'take-role-until',
  sql: ({ role, userId, limit }: { role: string; userId: AthleteId | ''; limit: string }) => sql`
    select
      set_config('role', ${role}::text, true),
      set_config('app.user_id', ${userId}::text, true),
      set_config('statement_timeout', ${limit}::text, true),
      set_config('lock_timeout', ${limit}::text, true)`,
})

/**
 * How much longer than the database itself we wait before giving up, in milliseconds, so that the
 * database's own answer comes first.
 */
const answerGraceMs = 400

/**
 * Binds a database to an identity: every query and batch takes on the identity first, inside its
 * own transaction and its single round trip. A query is read only; whatever writes is a batch.
 *
 * Rejects with a DatabaseError (timeout), without asking the database, when no time remains.
 */
export function boundTo(database: Database, identity: Identity, options: UnitOfWorkOptions = {}): Database {
  const { remainingMs, inSlices } = options
  const reading: BatchOptions = { readOnly: true, ...(inSlices ? { run: inSlices } : {}) }
  const begin = (): { readonly setIdentity: Statement<void>; readonly limit: BatchOptions } => {
    const msMax = remainingMs?.()
    if (msMax === undefined) return { setIdentity: actAs(identity), limit: {} }
    if (msMax <= 0) throw outOfTime()
    // a reachable database ends a slow statement itself; an unreachable one must not hold up the
    // request
    return { setIdentity: actAs(identity, msMax), limit: { answerMsMax: msMax + answerGraceMs } }
  }
  return {
    async query<Result>(statement: Statement<Result>) {
      const { setIdentity, limit } = begin()
      const [, result] = await database.batch([setIdentity, statement], { ...limit, ...reading })
      return result
    },
    async batch<const Statements extends readonly Statement[]>(statements: Statements, asked?: BatchOptions) {
      if (statements.length === 0) return [] as Results<Statements>
      const { setIdentity, limit } = begin()
      const all = { ...limit, ...(asked?.readOnly ? reading : {}), ...asked }
      const results: unknown[] = await database.batch([setIdentity, ...statements], all)
      // TypeScript loses the type of a mapped tuple in slice()
      return results.slice(1) as Results<Statements>
    },
    close: () => database.close(),
  }
}

function outOfTime(): DatabaseError {
  const nothingElse = { sqlState: null, constraint: null, detail: null, ambiguous: false, statement: null }
  return new DatabaseError({ kind: 'timeout', ...nothingElse }, new Error('no time is left for another unit of work'))
}
