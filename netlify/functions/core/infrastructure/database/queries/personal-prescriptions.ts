import * as z from 'zod'
import { many, sql } from '../statement.js'

/**
 * How an athlete does an exercise beside its sets: their own way where they have one, else the
 * library's.
 */
export type OwnPrescription = {
  readonly exerciseId: string
  readonly tempo: string
  readonly restSeconds: number
  readonly notes: string | null
}

/** Lists how an athlete does every exercise of the library, beside its sets. */
export const listOwnPrescriptions = many({
  name: 'listOwnPrescriptions',
  row: z.object({ id: z.string(), tempo: z.string(), rest_seconds: z.number(), notes: z.string().nullable() }),
  sql: ({ userId }: { userId: string }) => sql`
    select
      exercise.id,
      coalesce(config.current_tempo, exercise.default_tempo) as tempo,
      coalesce(config.current_rest_seconds, exercise.default_rest_seconds) as rest_seconds,
      coalesce(config.current_notes, exercise.default_notes) as notes
    from exercises as exercise
    left join user_exercise_configs as config on config.exercise_id = exercise.id and config.user_id = ${userId}::uuid
    order by exercise.difficulty, exercise.slug`,
  map: (row): OwnPrescription => ({
    exerciseId: row.id,
    tempo: row.tempo,
    restSeconds: row.rest_seconds,
    notes: row.notes,
  }),
})
