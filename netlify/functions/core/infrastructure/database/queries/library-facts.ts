import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import { many, sql } from '../statement.js'

/** What decisions need to know of every exercise in the library. */
export const listLibraryFacts = many({
  name: 'listLibraryFacts',
  row: z.object({
    id: z.string(),
    slug: ExerciseSlug,
    name: z.string(),
    category: z.enum(['Push', 'Pull', 'Squat']),
    level: z.number(),
    difficulty: z.number(),
    metric: z.enum(['reps', 'duration']),
    unilateral: z.boolean(),
    default_sets: z.array(z.record(z.string(), z.number())),
    default_tempo: z.string(),
    body_mass_fraction: z.number(),
    equipment: z.array(z.string()),
    tags: z.array(z.string()),
    prerequisites: z.array(z.string()),
    lateral: z.array(z.string()),
  }),
  sql: (_: Record<never, never>) => sql`
    select
      exercise.id,
      exercise.slug,
      exercise.name,
      category.name as category,
      level.level_order as level,
      exercise.difficulty,
      exercise.metric,
      exercise.unilateral,
      exercise.default_sets,
      exercise.default_tempo,
      exercise.body_mass_fraction,
      exercise.default_equipment as equipment,
      exercise.tags,
      coalesce(array_agg(edge.to_exercise_id::text order by edge.position, edge.to_exercise_id)
        filter (where edge.kind = 'prerequisite'), '{}') as prerequisites,
      coalesce(array_agg(edge.to_exercise_id::text order by edge.to_exercise_id) filter (where edge.kind = 'lateral'), '{}') as lateral
    from exercises as exercise
    join exercise_categories as category on category.id = exercise.category_id
    join workout_levels as level on level.id = exercise.level_id
    left join exercise_edges as edge on edge.from_exercise_id = exercise.id
    group by exercise.id, category.name, level.level_order
    order by exercise.difficulty, exercise.slug`,
  map: ({ default_sets, default_tempo, body_mass_fraction, ...row }): LibraryFacts => ({
    ...row,
    defaults: default_sets.flatMap((set) => Object.values(set)),
    tempo: default_tempo,
    bodyMassFraction: body_mass_fraction,
  }),
})
