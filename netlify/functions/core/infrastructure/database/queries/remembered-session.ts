import type { AthleteId, SetId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'
import type { FoundSession } from './workout-sessions.js'

/**
 * Raises STALE_VERSION unless a session was last changed when a process remembers it was, and the
 * athlete's time zone and the library are the same. Each change has a later instant; the version alone
 * would not do, because after a restore the numbers are given again.
 */
export const ensureAsRemembered = effect({
  name: 'ensureAsRemembered',
  sql: ({ userId, session, timeZone, libraryVersion }: FoundSession & { userId: AthleteId }) => sql`
    select app.ensure(
      exists (
        select
        from workout_sessions as stored
        join users as athlete on athlete.id = stored.user_id
        where stored.id = ${session.id}::uuid
          and stored.user_id = ${userId}::uuid
          and stored.updated_at = ${session.updatedAt}::timestamptz
          and athlete.time_zone = ${timeZone}::text
      )
      and (select version from library_version) is not distinct from ${libraryVersion}::uuid,
      'STALE_VERSION')`,
})

/** Raises STALE_VERSION when one of these ids is that of a set. */
export const ensureNoSets = effect({
  name: 'ensureNoSets',
  sql: ({ userId, ids }: { userId: AthleteId; ids: readonly SetId[] }) => sql`
    select app.ensure(
      not exists (
        select
        from exercise_set_logs
        where id = any(${ids}::uuid[]) and user_id = ${userId}::uuid
      ),
      'STALE_VERSION')`,
})
