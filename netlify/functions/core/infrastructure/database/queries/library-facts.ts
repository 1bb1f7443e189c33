import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { Equipment, Metric } from '#domain/library/vocabulary.js'
import { ExerciseId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { joinLevelAndCategory, refColumns, refRow } from './exercise-columns.js'

/** Lists what decisions need to know about every exercise in the library. */
export const listLibraryFacts = many({
  name: 'listLibraryFacts',
  row: z.object({
    ...refRow,
    metric: Metric,
    unilateral: z.boolean(),
    default_sets: z.array(z.record(z.string(), z.number())),
    default_tempo: z.string(),
    body_mass_fraction: z.number(),
    equipment: z.array(Equipment),
    tags: z.array(z.string()),
    prerequisites: z.array(ExerciseId),
    lateral: z.array(ExerciseId),
  }),
  sql: (_: Record<never, never>) => sql`
    select
      ${refColumns},
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
    ${joinLevelAndCategory}
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
