import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { ExerciseSlug, Metric, Slot } from '#domain/library/vocabulary.js'
import { ExerciseId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { joinLevelAndCategory, refColumns, refRow } from './exercise-columns.js'

const groups = <Item extends z.ZodType>(item: Item) => z.array(z.array(item))

/** Lists what decisions need to know about every exercise in the library. */
export const listLibraryFacts = many({
  name: 'listLibraryFacts',
  row: z.object({
    ...refRow,
    slot: Slot,
    ladder: z.string(),
    loadable: z.boolean(),
    metric: Metric,
    unilateral: z.boolean(),
    default_sets: z.array(z.record(z.string(), z.number())),
    default_tempo: z.string(),
    default_rest_seconds: z.number(),
    body_mass_fraction: z.number(),
    equipment: groups(z.string()),
    tags: z.array(z.string()),
    prerequisites: groups(ExerciseId),
    lateral: z.array(ExerciseId),
    former_slugs: z.array(ExerciseSlug),
    retired: z.boolean(),
  }),
  sql: (_: Record<never, never>) => sql`
    select
      ${refColumns},
      exercise.slot,
      exercise.ladder,
      exercise.loadable,
      exercise.metric,
      exercise.unilateral,
      exercise.default_sets,
      exercise.default_tempo,
      exercise.default_rest_seconds,
      exercise.body_mass_fraction,
      exercise.equipment_groups as equipment,
      exercise.tags,
      coalesce(required.groups, '[]'::json) as prerequisites,
      coalesce(alike.ids, '{}') as lateral,
      exercise.former_slugs,
      exercise.retired_at is not null as retired
    from exercises as exercise
    ${joinLevelAndCategory}
    left join (
      select one_of.from_exercise_id, json_agg(one_of.ids order by one_of.any_of_group) as groups
      from (
        select from_exercise_id, any_of_group, json_agg(to_exercise_id order by position) as ids
        from exercise_edges
        where kind = 'prerequisite'
        group by from_exercise_id, any_of_group
      ) as one_of
      group by one_of.from_exercise_id
    ) as required on required.from_exercise_id = exercise.id
    left join (
      select from_exercise_id, array_agg(to_exercise_id::text order by to_exercise_id) as ids
      from exercise_edges
      where kind = 'lateral'
      group by from_exercise_id
    ) as alike on alike.from_exercise_id = exercise.id
    order by exercise.difficulty, exercise.slug`,
  map: ({
    default_sets,
    default_tempo,
    default_rest_seconds,
    body_mass_fraction,
    former_slugs,
    ...row
  }): LibraryFacts => ({
    ...row,
    defaults: default_sets.flatMap((set) => Object.values(set)),
    tempo: default_tempo,
    restSeconds: default_rest_seconds,
    bodyMassFraction: body_mass_fraction,
    formerSlugs: former_slugs,
  }),
})
