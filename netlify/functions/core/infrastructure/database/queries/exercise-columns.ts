import * as z from 'zod'
import type { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import type { Prescription } from '#domain/library/prescription.schema.js'
import { SetPrescriptions } from '#domain/library/sets.schema.js'
import { Category, ExerciseSlug, Level } from '#domain/library/vocabulary.js'

/** The columns by which an exercise is mentioned. */
export const refColumns = {
  id: z.string(),
  slug: ExerciseSlug,
  name: z.string(),
  category: Category,
  level: Level,
  difficulty: z.number(),
}

const refRow = z.object(refColumns)

export function refOf({ id, slug, name, category, level, difficulty }: z.output<typeof refRow>): ExerciseRef {
  return { id, slug, name, category, level, difficulty }
}

/** The columns that say how an exercise is done when nobody says otherwise. */
export const defaultsColumns = {
  default_sets: SetPrescriptions,
  default_tempo: z.string(),
  default_rest_seconds: z.number(),
  default_notes: z.string().nullable(),
}

const defaultsRow = z.object(defaultsColumns)

export function defaultsOf(row: z.output<typeof defaultsRow>): Prescription {
  return {
    sets: row.default_sets,
    tempo: row.default_tempo,
    restSeconds: row.default_rest_seconds,
    notes: row.default_notes,
  }
}
