import * as z from 'zod'
import { LibraryVersion } from '#domain/library/library-facts.js'
import { levels } from '#domain/library/vocabulary.js'
import type { Session, SessionExercise } from '#domain/session/session.js'
import { SessionStatus } from '#domain/session/session.schema.js'
import { type AthleteId, PlaceId, type SessionExerciseId, SessionId, type SetId } from '#domain/values/id.schema.js'
import { many, maybeOne, sql } from '../statement.js'
import { exerciseFrom, exercisesOfSession, SessionExerciseJson } from './session-exercises.js'

/**
 * Selects the columns of a session. Dates and times are text, because a driver cannot know the time
 * zone they belong to.
 */
export const sessionColumns = sql`
      session.id,
      session.session_date::text as session_date,
      to_char(session.scheduled_time, 'HH24:MI') as scheduled_time,
      session.status,
      level.level_order as level,
      session.place_id,
      session.duration_minutes,
      session.notes,
      session.started_at,
      session.completed_at,
      session.rules_version,
      session.version,
      session.created_at,
      session.updated_at,
      athlete.time_zone`

/** Joins the tables that `sessionColumns` selects from. */
export const fromSessions = sql`
    from workout_sessions as session
    join users as athlete on athlete.id = session.user_id
    left join workout_levels as level on level.id = session.level_id`

/** The row of `sessionColumns`. */
export const sessionRow = {
  id: SessionId,
  session_date: z.string(),
  scheduled_time: z.string().nullable(),
  status: SessionStatus,
  level: z.literal(levels).nullable(),
  place_id: PlaceId.nullable(),
  duration_minutes: z.number().nullable(),
  notes: z.string().nullable(),
  started_at: z.date().nullable(),
  completed_at: z.date().nullable(),
  rules_version: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
  time_zone: z.string(),
}

type Row = z.output<z.ZodObject<typeof sessionRow>>

/**
 * Turns a row and its exercises into the domain's `Session`.
 *
 * @throws Error when an instant that the status promises is missing, which the table's checks rule
 *   out.
 */
export function sessionFrom(row: Row, exercises: readonly SessionExercise[]): Session {
  const common = {
    id: row.id,
    date: row.session_date,
    time: row.scheduled_time,
    level: row.level,
    placeId: row.place_id,
    durationMinutes: row.duration_minutes,
    notes: row.notes,
    exercises,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
  const { status } = row
  switch (status) {
    case 'planned':
    case 'skipped':
      return { ...common, status }
    case 'in_progress':
      return { ...common, status, startedAt: instant(row.started_at), rulesVersion: row.rules_version }
    case 'completed': {
      const startedAt = row.started_at && instant(row.started_at)
      return { ...common, status, startedAt, completedAt: instant(row.completed_at), rulesVersion: row.rules_version }
    }
  }
}

function instant(value: Date | null): string {
  if (value === null) throw new Error('a session that has begun has the instants of its status')
  return value.toISOString()
}

const wholeRow = z.object({
  ...sessionRow,
  exercises: z.array(SessionExerciseJson),
  library_version: LibraryVersion.nullable(),
})

type WholeRow = z.output<typeof wholeRow>

/** A session with all that is read beside it and may change without it. */
export type FoundSession = {
  readonly session: Session
  readonly timeZone: string
  /** Of the library that its exercises are of; null in a database that never had one. */
  readonly libraryVersion: LibraryVersion | null
}

function foundFrom(row: WholeRow): FoundSession {
  return {
    session: sessionFrom(row, row.exercises.map(exerciseFrom)),
    timeZone: row.time_zone,
    libraryVersion: row.library_version,
  }
}

/**
 * Selects sessions with exercises and sets as one JSON value, so that a whole session is one row.
 */
export const wholeSessions = sql`
    select
      ${sessionColumns},
      coalesce(item.list, '[]') as exercises,
      (select version from library_version) as library_version
    ${fromSessions}
    ${exercisesOfSession}`

/**
 * Finds a session with its exercises and their sets, the athlete's time zone, and the version of the
 * library; null when the athlete has no such session.
 */
export const findSession = maybeOne({
  name: 'findSession',
  row: wholeRow,
  sql: ({ userId, id }: { userId: AthleteId; id: SessionId }) => sql`
    ${wholeSessions}
    where session.id = ${id}::uuid and session.user_id = ${userId}::uuid`,
  map: foundFrom,
})

/** Finds the session that a logged set belongs to, as `findSession` does. */
export const findSessionOfSet = maybeOne({
  name: 'findSessionOfSet',
  row: wholeRow,
  sql: ({ userId, id }: { userId: AthleteId; id: SetId }) => sql`
    ${wholeSessions}
    where session.user_id = ${userId}::uuid
      and session.id = (
        select item.session_id
        from exercise_set_logs as log
        join session_exercises as item on item.id = log.session_exercise_id and item.user_id = log.user_id
        where log.id = ${id}::uuid and log.user_id = ${userId}::uuid
      )`,
  map: foundFrom,
})

/** Finds the session that an exercise stands in, by the id it has there, as `findSession` does. */
export const findSessionOfExercise = maybeOne({
  name: 'findSessionOfExercise',
  row: wholeRow,
  sql: ({ userId, id }: { userId: AthleteId; id: SessionExerciseId }) => sql`
    ${wholeSessions}
    where session.user_id = ${userId}::uuid
      and session.id = (
        select item.session_id
        from session_exercises as item
        where item.id = ${id}::uuid and item.user_id = ${userId}::uuid
      )`,
  map: foundFrom,
})

/** Lists an athlete's sessions between two days, in whatever state, with exercises and sets, in order. */
export const listWholeSessions = many({
  name: 'listWholeSessions',
  row: wholeRow,
  sql: ({ userId, from, to }: { userId: AthleteId; from: string; to: string }) => sql`
    ${wholeSessions}
    where session.user_id = ${userId}::uuid
      and session.session_date between ${from}::date and ${to}::date
    order by session.session_date, session.scheduled_time, session.id`,
  map: (row): Session => sessionFrom(row, row.exercises.map(exerciseFrom)),
})

/**
 * Lists the sessions that an athlete has planned between two days and not begun, with exercises and
 * sets, in order.
 */
export const listPlannedSessions = many({
  name: 'listPlannedSessions',
  row: wholeRow,
  sql: ({ userId, from, to }: { userId: AthleteId; from: string; to: string }) => sql`
    ${wholeSessions}
    where session.user_id = ${userId}::uuid
      and session.session_date between ${from}::date and ${to}::date
      and session.status = 'planned'
    order by session.session_date, session.id`,
  map: (row): Session => sessionFrom(row, row.exercises.map(exerciseFrom)),
})

/** A session that is planned or in progress, by its day. */
export type OpenSession = { readonly id: SessionId; readonly date: string }

/** Lists the sessions between two days that are planned or in progress, in order. */
export const listOpenSessions = many({
  name: 'listOpenSessions',
  row: z.object({ id: SessionId, date: z.string() }),
  sql: ({ userId, from, to }: { userId: AthleteId; from: string; to: string }) => sql`
    select id, session_date::text as date
    from workout_sessions
    where user_id = ${userId}::uuid
      and session_date between ${from}::date and ${to}::date
      and status in ('planned', 'in_progress')
    order by session_date, id`,
  map: (row): OpenSession => row,
})
