import * as z from 'zod'
import type { Session } from '#domain/session/session.js'
import type { SessionStatus } from '#domain/session/session.schema.js'
import { many, sql } from '../statement.js'
import { fromSessions, sessionColumns, sessionFrom, sessionRow } from './workout-sessions-row.js'

/** A session of a list: without its exercises, but with how many there are. */
export type ListedSession = {
  readonly session: Session
  readonly timeZone: string
  readonly exerciseCount: number
  readonly completedExerciseCount: number
  readonly setCount: number
}

type Filter = {
  userId: string
  from: string | null
  to: string | null
  status: SessionStatus | null
  afterDate: string | null
  afterId: string | null
  limit: number
}

/** Lists an athlete's sessions, latest date first, with counts in place of their exercises. */
export const listSessions = many({
  name: 'listSessions',
  row: z.object({
    ...sessionRow,
    exercise_count: z.number(),
    completed_exercise_count: z.number(),
    set_count: z.number(),
  }),
  sql: (filter: Filter) => sql`
    select
      ${sessionColumns},
      item.exercise_count,
      item.completed_exercise_count,
      item.set_count
    ${fromSessions}
    ${counts}
    ${page(filter)}`,
  map: (row): ListedSession => ({
    session: sessionFrom(row, []),
    timeZone: row.time_zone,
    exerciseCount: row.exercise_count,
    completedExerciseCount: row.completed_exercise_count,
    setCount: row.set_count,
  }),
})

const counts = sql`
    cross join lateral (
      select
        count(*)::integer as exercise_count,
        (count(*) filter (where item.completed))::integer as completed_exercise_count,
        coalesce(sum(jsonb_array_length(item.actual_sets)), 0)::integer as set_count
      from session_exercises as item
      where item.session_id = session.id and item.user_id = session.user_id
    ) as item`

/**
 * Bounds that are not given are the ends of the axis, so that every comparison can use the index,
 * whatever is asked.
 */
const page = (filter: Filter) => sql`
    where session.user_id = ${filter.userId}::uuid
      and session.session_date >= coalesce(${filter.from}::date, '-infinity')
      and session.session_date <= coalesce(${filter.to}::date, 'infinity')
      and (session.session_date, session.id) < (
        coalesce(${filter.afterDate}::date, 'infinity'),
        coalesce(${filter.afterId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
      and (${filter.status}::text is null or session.status = ${filter.status}::text)
    order by session.session_date desc, session.id desc
    limit ${filter.limit}::integer`
