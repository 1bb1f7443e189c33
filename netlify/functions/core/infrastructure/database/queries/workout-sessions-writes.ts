import type { CompletedSession, Session } from '#domain/session/session.js'
import type { AthleteId, SessionId } from '#domain/values/id.schema.js'
import { effect, type Sql, sql } from '../statement.js'
import { insertedSets } from './exercise-set-logs.js'
import { exercisesJson, insertedExercises } from './session-exercises-writes.js'

/** Inserts a session with its exercises and their sets. */
export const insertSession = effect({
  name: 'insertSession',
  sql: ({ userId, session }: { userId: AthleteId; session: Session }) => {
    const { id: sessionId, exercises } = session
    const sets = exercises.flatMap((item) => item.sets.map((set) => ({ ...set, sessionExerciseId: item.id })))
    return sql`
    with session as (${insertedSession({ userId, session })}),
    exercises as (${insertedExercises({ userId, sessionId, exercises: exercisesJson(exercises) })})
    ${insertedSets({ userId, sets })}`
  },
})

function insertedSession({ userId, session }: { userId: AthleteId; session: Session }): Sql {
  const { startedAt, completedAt, rulesVersion } = performanceOf(session)
  return sql`
    insert into workout_sessions (
      id, user_id, session_date, scheduled_time, duration_minutes, level_id, place_id, status,
      started_at, completed_at, rules_version, notes, version, created_at, updated_at
    )
    values (
      ${session.id}::uuid, ${userId}::uuid, ${session.date}::date, ${session.time}::time, ${session.durationMinutes}::integer,
      (select id from workout_levels where level_order = ${session.level}::integer), ${session.placeId}::uuid,
      ${session.status}::text,
      ${startedAt}::timestamptz, ${completedAt}::timestamptz, ${rulesVersion}::text, ${session.notes}::text,
      ${session.version}::integer, ${session.createdAt}::timestamptz, ${session.updatedAt}::timestamptz
    )`
}

/**
 * Updates a session; raises STALE_VERSION when the stored session is not at `fromVersion`. It
 * stands first in a batch, so that of two changes at once the second waits here for the first.
 */
export const updateSession = effect({
  name: 'updateSession',
  sql: ({ userId, session, fromVersion }: { userId: AthleteId; session: Session; fromVersion: number }) => {
    const { startedAt, completedAt, rulesVersion } = performanceOf(session)
    return sql`
      with touched as (
        update workout_sessions
        set session_date = ${session.date}::date,
          scheduled_time = ${session.time}::time,
          duration_minutes = ${session.durationMinutes}::integer,
          level_id = (select id from workout_levels where level_order = ${session.level}::integer),
          place_id = ${session.placeId}::uuid,
          status = ${session.status}::text,
          started_at = ${startedAt}::timestamptz,
          completed_at = ${completedAt}::timestamptz,
          rules_version = ${rulesVersion}::text,
          notes = ${session.notes}::text,
          version = version + 1,
          updated_at = ${session.updatedAt}::timestamptz
        where id = ${session.id}::uuid and user_id = ${userId}::uuid and version = ${fromVersion}::integer
        returning 1
      )
      select app.ensure(exists (select from touched), 'STALE_VERSION')`
  },
})

/**
 * Deletes a session with its exercises and sets; raises STALE_VERSION when the stored session is
 * not at `version`.
 */
export const deleteSession = effect({
  name: 'deleteSession',
  sql: ({ userId, id, version }: { userId: AthleteId; id: SessionId; version: number }) => sql`
    with deleted as (
      delete from workout_sessions
      where id = ${id}::uuid and user_id = ${userId}::uuid and version = ${version}::integer
      returning 1
    )
    select app.ensure(exists (select from deleted), 'STALE_VERSION')`,
})

type Performance = Pick<CompletedSession, 'startedAt' | 'rulesVersion'> & { readonly completedAt: string | null }

/** Returns what only begun or completed sessions have; each field is null in the other states. */
function performanceOf(session: Session): Performance {
  switch (session.status) {
    case 'planned':
    case 'skipped':
      return { startedAt: null, completedAt: null, rulesVersion: null }
    case 'in_progress':
      return { startedAt: session.startedAt, completedAt: null, rulesVersion: session.rulesVersion }
    case 'completed':
      return session
  }
}
