import * as z from 'zod'
import type { ExerciseSettings } from '#domain/athlete/exercise-settings.js'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { SetPrescriptions } from '#domain/library/sets.schema.js'
import { type AthleteId, ExerciseId } from '#domain/values/id.schema.js'
import type { Pace } from '#domain/workout/set-time.js'
import { many, maybeOne, sql } from '../statement.js'
import {
  defaultsColumns,
  defaultsOf,
  defaultsRow,
  isNamedByKey,
  joinLevelAndCategory,
  refColumns,
  refOf,
  refRow,
} from './exercise-columns.js'

const settingsRow = z.object({
  ...refRow,
  ...defaultsRow,
  current_sets: SetPrescriptions.nullable(),
  current_tempo: z.string().nullable(),
  current_rest_seconds: z.number().nullable(),
  current_notes: z.string().nullable(),
  is_mastered: z.boolean(),
  mastered_at: z.date().nullable(),
  version: z.number(),
})

function settingsOf(row: z.output<typeof settingsRow>): ExerciseSettings {
  return {
    exercise: refOf(row),
    defaults: defaultsOf(row),
    personal: {
      sets: row.current_sets,
      tempo: row.current_tempo,
      restSeconds: row.current_rest_seconds,
      notes: row.current_notes,
    },
    isMastered: row.is_mastered,
    masteredAt: row.mastered_at?.toISOString() ?? null,
    version: row.version,
  }
}

const settingsOfAthlete = ({ userId }: { userId: AthleteId }) => sql`
    select
      ${refColumns},
      ${defaultsColumns},
      own.current_sets,
      own.current_tempo,
      own.current_rest_seconds,
      own.current_notes,
      coalesce(own.is_mastered, false) as is_mastered,
      own.mastered_at,
      coalesce(own.version, 0) as version
    from exercises as exercise
    ${joinLevelAndCategory}
    left join user_exercise_configs as own on own.exercise_id = exercise.id and own.user_id = ${userId}::uuid`

/** Finds an exercise, by id or slug, with the athlete's own settings for it. */
export const findExerciseSettings = maybeOne({
  name: 'findExerciseSettings',
  row: settingsRow,
  sql: ({ userId, id, slug }: { userId: AthleteId } & ExerciseKeys) => sql`
    ${settingsOfAthlete({ userId })}
    where ${isNamedByKey({ id, slug })}`,
  map: settingsOf,
})

/** Lists the exercises for which an athlete has settings of their own, by slug. */
export const listPersonalSettings = many({
  name: 'listPersonalSettings',
  row: settingsRow,
  sql: ({ userId, after, limit }: { userId: AthleteId; after: string | null; limit: number }) => sql`
    ${settingsOfAthlete({ userId })}
    where num_nonnulls(own.current_sets, own.current_tempo, own.current_rest_seconds, own.current_notes) > 0
      and (${after}::text is null or exercise.slug > ${after}::text)
    order by exercise.slug
    limit ${limit}::integer`,
  map: settingsOf,
})

/** The pace of an exercise: the athlete's own if they have one, else the library's. */
export type OwnPace = Pace & { readonly exerciseId: ExerciseId }

/** Lists an athlete's pace for every exercise of the library. */
export const listOwnPaces = many({
  name: 'listOwnPaces',
  row: z.object({ id: ExerciseId, tempo: z.string(), rest_seconds: z.number(), notes: z.string().nullable() }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select
      exercise.id,
      coalesce(config.current_tempo, exercise.default_tempo) as tempo,
      coalesce(config.current_rest_seconds, exercise.default_rest_seconds) as rest_seconds,
      coalesce(config.current_notes, exercise.default_notes) as notes
    from exercises as exercise
    left join user_exercise_configs as config on config.exercise_id = exercise.id and config.user_id = ${userId}::uuid
    order by exercise.difficulty, exercise.slug`,
  map: (row): OwnPace => ({
    exerciseId: row.id,
    tempo: row.tempo,
    restSeconds: row.rest_seconds,
    notes: row.notes,
  }),
})
