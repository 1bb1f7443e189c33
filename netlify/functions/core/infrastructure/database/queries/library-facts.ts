import * as z from 'zod'
import { type LibraryFacts, LibraryVersion } from '#domain/library/library-facts.js'
import { ExerciseSlug, Metric, Slot } from '#domain/library/vocabulary.js'
import { ExerciseId } from '#domain/values/id.schema.js'
import { maybeOne, one, sql } from '../statement.js'
import { joinLevelAndCategory, refColumns, refRow } from './exercise-columns.js'

const groups = <Item extends z.ZodType>(item: Item) => z.array(z.array(item))

const FactsRow = z.object({
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
})

const selectFacts = sql`
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
        ) as alike on alike.from_exercise_id = exercise.id`

function factsOf({
  default_sets,
  default_tempo,
  default_rest_seconds,
  body_mass_fraction,
  former_slugs,
  ...row
}: z.output<typeof FactsRow>): LibraryFacts {
  return {
    ...row,
    defaults: default_sets.flatMap((set) => Object.values(set)),
    tempo: default_tempo,
    restSeconds: default_rest_seconds,
    bodyMassFraction: body_mass_fraction,
    formerSlugs: former_slugs,
  }
}

/**
 * Finds the version of the library, and the facts about every exercise in it, the easiest first; the
 * facts are null when the version is one of those that the caller knows. Then it reads one row. The
 * version is null in a database that never had a library.
 */
export const findLibraryFacts = one({
  name: 'findLibraryFacts',
  row: z.object({ version: LibraryVersion.nullable(), facts: z.array(FactsRow).nullable() }),
  sql: ({ known }: { known: readonly LibraryVersion[] }) => sql`
    select
      stored.version,
      case when stored.version = any(${known}::uuid[]) then null else (
        select coalesce(json_agg(facts order by facts.difficulty, facts.slug), '[]'::json)
        from (${selectFacts}
        ) as facts
      ) end as facts
    from (select (select version from library_version) as version) as stored`,
  map: ({ version, facts }) => ({ version, facts: facts?.map(factsOf) ?? null }),
})

/** Finds the version of the library alone; null in a database that never had a library. */
export const findLibraryVersion = maybeOne({
  name: 'findLibraryVersion',
  row: z.object({ version: LibraryVersion }),
  sql: (_: Record<never, never>) => sql`
    select version
    from library_version`,
  map: ({ version }) => version,
})
