import * as z from 'zod'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { Category, ExerciseSlug, Metric } from '#domain/library/vocabulary.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'
import { maybeOne, sql } from '../statement.js'

const PlannableJson = z.object({
  id: z.string(),
  slug: ExerciseSlug,
  name: z.string(),
  category: Category,
  metric: Metric,
  unilateral: z.boolean(),
  difficulty: z.number(),
  default_sets: z.array(SetPrescription),
  default_tempo: z.string(),
  default_rest_seconds: z.number(),
  default_notes: z.string().nullable(),
  current_sets: z.array(SetPrescription).nullable(),
  current_tempo: z.string().nullable(),
  current_rest_seconds: z.number().nullable(),
  current_notes: z.string().nullable(),
})

/**
 * What an athlete needs to plan the given library exercises: their defaults and the athlete's
 * configuration of them, and the athlete's time zone; null when there is no such athlete. Exercises
 * that do not exist are left out.
 */
export const findPlannable = maybeOne({
  name: 'findPlannable',
  row: z.object({ time_zone: z.string(), exercises: z.array(PlannableJson) }),
  sql: ({ userId, ids, slugs }: { userId: string; ids: readonly string[]; slugs: readonly string[] }) => sql`
    select
      athlete.time_zone,
      coalesce(item.list, '[]') as exercises
    from users as athlete
    cross join lateral (
      select json_agg(
        json_build_object(
          'id', exercise.id,
          'slug', exercise.slug,
          'name', exercise.name,
          'category', category.name,
          'metric', exercise.metric,
          'unilateral', exercise.unilateral,
          'difficulty', exercise.difficulty,
          'default_sets', exercise.default_sets,
          'default_tempo', exercise.default_tempo,
          'default_rest_seconds', exercise.default_rest_seconds,
          'default_notes', exercise.default_notes,
          'current_sets', config.current_sets,
          'current_tempo', config.current_tempo,
          'current_rest_seconds', config.current_rest_seconds,
          'current_notes', config.current_notes
        )
        order by exercise.slug
      ) as list
      from exercises as exercise
      join exercise_categories as category on category.id = exercise.category_id
      left join user_exercise_configs as config on config.exercise_id = exercise.id and config.user_id = athlete.id
      where exercise.id = any(${ids}::uuid[]) or exercise.slug = any(${slugs}::text[])
    ) as item
    where athlete.id = ${userId}::uuid`,
  map: (row) => ({ timeZone: row.time_zone, exercises: row.exercises.map(plannableFrom) }),
})

function plannableFrom(json: z.output<typeof PlannableJson>): PlannableExercise {
  const { id, slug, name, category, metric, unilateral } = json
  return {
    exercise: { id, slug, name, category, metric, unilateral },
    difficulty: json.difficulty,
    defaults: {
      sets: json.default_sets,
      tempo: json.default_tempo,
      restSeconds: json.default_rest_seconds,
      notes: json.default_notes,
    },
    personal: {
      sets: json.current_sets,
      tempo: json.current_tempo,
      restSeconds: json.current_rest_seconds,
      notes: json.current_notes,
    },
  }
}
