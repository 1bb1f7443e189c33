import * as z from 'zod'
import type { ExerciseKeys, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import type { Prescription } from '#domain/library/prescription.schema.js'
import { SetPrescriptions } from '#domain/library/sets.schema.js'
import { Category, ExerciseSlug, Level, Metric } from '#domain/library/vocabulary.js'
import { ExerciseId } from '#domain/values/id.schema.js'
import { sql } from '../statement.js'

export const joinCategory = sql`join exercise_categories as category on category.id = exercise.category_id`

export const joinLevelAndCategory = sql`
    join workout_levels as level on level.id = exercise.level_id
    ${joinCategory}`

/** Selects the columns of an `ExerciseRef`. The query must join level and category. */
export const refColumns = sql`
      exercise.id,
      exercise.slug,
      exercise.name,
      category.name as category,
      level.level_order as level,
      exercise.difficulty`

/** Builds the JSON of an `ExerciseRef`. The query must join level and category. */
export const refMembers = sql`
          json_build_object(
            'id', exercise.id, 'slug', exercise.slug, 'name', exercise.name, 'category', category.name,
            'level', level.level_order, 'difficulty', exercise.difficulty)`

/**
 * Selects exercises by ids, slugs, and slugs that they had before: a former slug leads to an exercise
 * while no other one is called so.
 */
export const isNamedBy = ({ ids, slugs }: { ids: readonly ExerciseId[]; slugs: readonly string[] }) => sql`
    (
      exercise.id = any(${ids}::uuid[])
      or exercise.slug = any(${slugs}::text[])
      or exercise.id in (
        select renamed.id
        from exercises as renamed
        cross join unnest(renamed.former_slugs) as former (slug)
        where former.slug = any(${slugs}::text[])
          and not exists (select from exercises as namesake where namesake.slug = former.slug)
      )
    )`

/** Selects the exercise that a key names. */
export const isNamedByKey = ({ id, slug }: ExerciseKeys) =>
  isNamedBy({ ids: id === null ? [] : [id], slugs: slug === null ? [] : [slug] })

/** The row of `refColumns`. */
export const refRow = {
  id: ExerciseId,
  slug: ExerciseSlug,
  name: z.string(),
  category: Category,
  level: Level,
  difficulty: z.number(),
}

type RefRow = z.output<z.ZodObject<typeof refRow>>

export function refOf({ id, slug, name, category, level, difficulty }: RefRow): ExerciseRef {
  return { id, slug, name, category, level, difficulty }
}

/** Selects how an exercise is done unless the athlete decides otherwise. */
export const defaultsColumns = sql`
      exercise.default_sets,
      exercise.default_tempo,
      exercise.default_rest_seconds,
      exercise.default_notes`

/** The row of `defaultsColumns`. */
export const defaultsRow = {
  default_sets: SetPrescriptions,
  default_tempo: z.string(),
  default_rest_seconds: z.number(),
  default_notes: z.string().nullable(),
}

export function defaultsOf(row: z.output<z.ZodObject<typeof defaultsRow>>): Prescription {
  return {
    sets: row.default_sets,
    tempo: row.default_tempo,
    restSeconds: row.default_rest_seconds,
    notes: row.default_notes,
  }
}

/**
 * Builds the short JSON form of an exercise that sessions contain. The query must join the
 * category.
 */
export const trainedExercise = sql`
          json_build_object(
            'id', exercise.id, 'slug', exercise.slug, 'name', exercise.name, 'category', category.name,
            'metric', exercise.metric, 'unilateral', exercise.unilateral)`

/** The JSON that `trainedExercise` builds. */
export const TrainedExerciseJson = z.object({
  id: ExerciseId,
  slug: ExerciseSlug,
  name: z.string(),
  category: Category,
  metric: Metric,
  unilateral: z.boolean(),
})
