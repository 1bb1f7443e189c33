import type { Client } from 'pg'

/** A lock that a session waits for, and the sessions that are in its way. */
export type LockWait = {
  /** The table, or null when the wait is for a transaction to end. */
  readonly table: string | null
  readonly blockers: readonly Blocker[]
}

/** What may be told of a session: never its query, which may hold people's data. */
export type Blocker = {
  readonly pid: number
  readonly application: string
  /** Null where this role may not see it, as is `seconds`. */
  readonly state: string | null
  /** How long its transaction has lasted. */
  readonly seconds: number | null
}

/** Finds what the session `pid` waits for at this moment. */
export async function findLockWait(client: Client, pid: number): Promise<LockWait | null> {
  const { rows: blockers } = await client.query<Blocker>(
    `select
      activity.pid,
      coalesce(nullif(activity.application_name, ''), 'a session') as application,
      activity.state,
      extract(epoch from clock_timestamp() - activity.xact_start)::integer as seconds
    from unnest(pg_blocking_pids($1::integer)) as blocking (pid)
    join pg_stat_activity as activity on activity.pid = blocking.pid
    order by activity.xact_start, activity.pid`,
    [pid],
  )
  if (blockers.length === 0) return null
  const { rows } = await client.query<{ table: string }>(
    `select relation::regclass::text as table
    from pg_locks
    where pid = $1::integer
      and not granted
      and relation is not null`,
    [pid],
  )
  return { table: rows[0]?.table ?? null, blockers }
}

/** Says who holds the lock: "public.notes, held by process 42 (psql, idle in transaction, for 9 s)". */
export function describeLockWait({ table, blockers }: LockWait): string {
  return `${table ?? 'the end of older transactions'}, held by ${blockers.map(describeBlocker).join(' and ')}`
}

function describeBlocker({ pid, application, state, seconds }: Blocker): string {
  const parts = [application, state, seconds === null ? null : `for ${seconds} s`]
  return `process ${pid} (${parts.filter((part) => part !== null).join(', ')})`
}
