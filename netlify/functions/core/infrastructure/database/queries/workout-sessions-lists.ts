import * as z from 'zod'
import type { Session } from '#domain/session/session.js'
import type { SessionStatus } from '#domain/session/session.schema.js'
import type { AthleteId, SessionId } from '#domain/values/id.schema.js'
import { JsonInstant } from '../json-instant.js'
import { many, sql } from '../statement.js'
import { exerciseFrom, SessionExerciseJson } from './session-exercises.js'
import { fromSessions, sessionColumns, sessionFrom, sessionRow, wholeSessions } from './workout-sessions.js'

/** A session for a list: it has the number of its exercises and sets in their place. */
export type ListedSession = {
  readonly session: Session
  readonly timeZone: string
  readonly exerciseCount: number
  readonly completedExerciseCount: number
  readonly setCount: number
}

type Filter = {
  userId: AthleteId
  from: string | null
  to: string | null
  status: SessionStatus | null
  afterDate: string | null
  afterId: SessionId | null
  limit: number
}

/**
 * Selects a page of an athlete's sessions, the latest date first. A missing bound becomes the end of the
 * axis, so that every comparison can use the index.
 */
const pageOfSessions = ({ userId, from, to, status, afterDate, afterId, limit }: Filter) => sql`
    where session.user_id = ${userId}::uuid
      and session.session_date >= coalesce(${from}::date, '-infinity')
      and session.session_date <= coalesce(${to}::date, 'infinity')
      and (session.session_date, session.id) < (
        coalesce(${afterDate}::date, 'infinity'),
        coalesce(${afterId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
      and (${status}::text is null or session.status = ${status}::text)
    order by session.session_date desc, session.id desc
    limit ${limit}::integer`

const countsRow = { exercise_count: z.number(), completed_exercise_count: z.number(), set_count: z.number() }

const listedRow = z.object({ ...sessionRow, ...countsRow })

/** Selects sessions with counts in place of their exercises. */
export const listedSessions = sql`
    select
      ${sessionColumns},
      item.exercise_count,
      item.completed_exercise_count,
      item.set_count
    ${fromSessions}
    cross join lateral (
      select
        count(*)::integer as exercise_count,
        (count(*) filter (where item.completed))::integer as completed_exercise_count,
        coalesce(sum(jsonb_array_length(item.actual_sets)), 0)::integer as set_count
      from session_exercises as item
      where item.session_id = session.id and item.user_id = session.user_id
    ) as item`

/** The JSON of a row of `listedSessions`. */
export const ListedSessionJson = listedRow.extend({
  started_at: JsonInstant.nullable(),
  completed_at: JsonInstant.nullable(),
  created_at: JsonInstant,
  updated_at: JsonInstant,
})

export function listedFrom(row: z.output<typeof listedRow>): ListedSession {
  return {
    session: sessionFrom(row, []),
    timeZone: row.time_zone,
    exerciseCount: row.exercise_count,
    completedExerciseCount: row.completed_exercise_count,
    setCount: row.set_count,
  }
}

/** Lists an athlete's sessions, the latest date first, with counts in place of their exercises. */
export const listSessions = many({
  name: 'listSessions',
  row: listedRow,
  sql: (page: Filter) => sql`
    ${listedSessions}
    ${pageOfSessions(page)}`,
  map: listedFrom,
})

/** A session for a list with its exercises, unless they are too much besides those before it. */
export type FullSession = { readonly session: Session; readonly timeZone: string; readonly isWhole: boolean }

/**
 * Lists an athlete's sessions as `listSessions` does, with their exercises and sets. Exercises beyond
 * `bytesMax`, as JSON and in that order, are left out; those of the first session never are.
 */
export const listFullSessions = many({
  name: 'listFullSessions',
  row: z.object({ ...sessionRow, exercises: z.array(SessionExerciseJson).nullable() }),
  sql: (asked: Filter & { bytesMax: number }) => sql`
    select
      listed.id,
      listed.session_date,
      listed.scheduled_time,
      listed.status,
      listed.level,
      listed.place_id,
      listed.duration_minutes,
      listed.notes,
      listed.started_at,
      listed.completed_at,
      listed.rules_version,
      listed.version,
      listed.created_at,
      listed.updated_at,
      listed.time_zone,
      case when listed.bytes <= ${asked.bytesMax}::integer or listed.place = 1 then listed.exercises end as exercises
    from (
      select
        whole.*,
        row_number() over page as place,
        sum(octet_length(whole.exercises::text)) over page as bytes
      from (${wholeSessions}
        ${pageOfSessions(asked)}
      ) as whole
      window page as (order by whole.session_date desc, whole.id desc rows unbounded preceding)
    ) as listed
    order by listed.place`,
  map: ({ exercises, ...row }): FullSession => ({
    session: sessionFrom(row, (exercises ?? []).map(exerciseFrom)),
    timeZone: row.time_zone,
    isWhole: exercises !== null,
  }),
})
