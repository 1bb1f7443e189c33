import { directiveTypes } from '#domain/training/directives.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, sql, whole } from '../statement.js'
import { type Athlete, trainingLogFrom, trainingLogParts, trainingLogRow } from './training-log-parts.js'

/**
 * Reads every fact that an athlete's training decisions rest on: completed sessions with their sets
 * as stored now, and directives.
 */
export const readTrainingLog = whole({
  name: 'readTrainingLog',
  row: trainingLogRow,
  sql: (athlete: Athlete) =>
    trainingLogParts(athlete, {
      expressions: sql``,
      base: sql`null`,
      checkpointDays: sql`'[]'::json`,
      isSessionWanted: sql`true`,
      directives: sql`
        select sequence, type, type_version, occurred_at, payload
        from events
        where user_id = ${athlete.userId}::uuid
          and type = any (${directiveTypes}::text[])`,
    }),
  collect: trainingLogFrom,
})

/**
 * Counts a change of the facts, decided on `version` of the training log; raises STALE_VERSION when
 * the log is no longer at that version.
 */
export const touchTraining = effect({
  name: 'touchTraining',
  sql: ({ userId, version }: { userId: AthleteId; version: number }) => sql`
    with touched as (
      insert into training_versions as training (user_id, version)
      values (${userId}::uuid, ${version}::integer + 1)
      on conflict on constraint training_versions_pkey do update
      set version = excluded.version
      where training.version = excluded.version - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})
