import * as z from 'zod'
import type { ExerciseSettings } from '#domain/athlete/exercise-settings.js'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { SetPrescriptions } from '#domain/library/sets.schema.js'
import { type AthleteId, ExerciseId } from '#domain/values/id.schema.js'
import type { OwnPrescription } from '#domain/workout/plannable.js'
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

/** Lists how an athlete does exercises, where that is not as the library says. */
export const listOwnPrescriptions = many({
  name: 'listOwnPrescriptions',
  row: z.object({
    exercise_id: ExerciseId,
    tempo: z.string().nullable(),
    rest_seconds: z.number().nullable(),
    notes: z.string().nullable(),
  }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select exercise_id, current_tempo as tempo, current_rest_seconds as rest_seconds, current_notes as notes
    from user_exercise_configs
    where user_id = ${userId}::uuid
      and num_nonnulls(current_tempo, current_rest_seconds, current_notes) > 0
    order by exercise_id`,
  map: (row): OwnPrescription => ({
    exerciseId: row.exercise_id,
    tempo: row.tempo,
    restSeconds: row.rest_seconds,
    notes: row.notes,
  }),
})
