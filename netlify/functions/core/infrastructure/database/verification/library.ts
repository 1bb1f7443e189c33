import * as z from 'zod'
import { Aliases } from '#domain/library/aliases.schema.js'
import { checkLibrary } from '#domain/library/check-library.js'
import { categories, levels } from '#domain/library/vocabulary.js'
import type { Database } from '../connection.js'
import { readLibrary } from '../library-seed/read-library.js'
import { listCalled, listExerciseNames } from '../queries/exercise-names.js'
import { one, sql } from '../statement.js'
import type { Check, Finding } from './check.js'
import { driftOf, lostSuccessors, pairDrift } from './library-drift.js'
import { nameDrift } from './name-drift.js'

const recordRow = z.object({
  levels: z.number(),
  categories: z.number(),
  records: z.array(z.looseObject({ slug: z.string() })),
  aliases: z.record(z.string(), Aliases),
  retired: z.array(z.object({ slug: z.string(), replacedBy: z.string().nullable() })),
  lateral_pairs: z.array(z.tuple([z.string(), z.string()])),
})

/** The exercises in the form of their seed file, with groups of prerequisites by slug. */
const records = sql`
        select coalesce(json_agg(json_build_object(
          'slug', exercise.slug,
          'formerSlugs', exercise.former_slugs,
          'name', exercise.name,
          'category', category.name,
          'level', level.level_order,
          'difficulty', exercise.difficulty,
          'slot', exercise.slot,
          'ladder', exercise.ladder,
          'prerequisites', (
            select coalesce(json_agg(one_of.slugs order by one_of.any_of_group), '[]'::json)
            from (
              select edge.any_of_group, json_agg(required.slug order by edge.position) as slugs
              from exercise_edges as edge
              join exercises as required on required.id = edge.to_exercise_id
              where edge.from_exercise_id = exercise.id and edge.kind = 'prerequisite'
              group by edge.any_of_group
            ) as one_of
          ),
          'metric', exercise.metric,
          'defaultSets', exercise.default_sets,
          'defaultTempo', exercise.default_tempo,
          'defaultRestSeconds', exercise.default_rest_seconds,
          'equipment', exercise.equipment_groups,
          'tags', exercise.tags,
          'primaryMuscles', exercise.primary_muscles,
          'unilateral', exercise.unilateral,
          'loadable', exercise.loadable,
          'bodyMassFraction', exercise.body_mass_fraction,
          'bodyMassFractionSource', exercise.body_mass_fraction_source,
          'fitExerciseCategory', exercise.fit_exercise_category,
          'healthConnectSegment', exercise.health_connect_segment,
          'description', exercise.description,
          'cues', exercise.cues) order by exercise.slug), '[]'::json)
        from exercises as exercise
        join exercise_categories as category on category.id = exercise.category_id
        join workout_levels as level on level.id = exercise.level_id
        where exercise.retired_at is null`

/**
 * Reads the library back in the form of its seed files, with each lateral pair once, in the order of
 * the slugs, and what was retired apart.
 */
export const readStoredLibrary = one({
  name: 'readStoredLibrary',
  row: recordRow,
  sql: (_: Record<never, never>) => sql`
    select
      (select count(*) from workout_levels)::integer as levels,
      (select count(*) from exercise_categories)::integer as categories,
      (
        ${records}
      ) as records,
      (
        select coalesce(json_object_agg(slug, aliases), '{}'::json)
        from exercises
        where retired_at is null and aliases <> '{}'
      ) as aliases,
      (
        select coalesce(json_agg(json_build_object('slug', slug, 'replacedBy', replaced_by) order by slug), '[]'::json)
        from exercises
        where retired_at is not null
      ) as retired,
      (
        select coalesce(json_agg(json_build_array(start.slug, finish.slug) order by start.slug, finish.slug), '[]'::json)
        from exercise_edges as edge
        join exercises as start on start.id = edge.from_exercise_id
        join exercises as finish on finish.id = edge.to_exercise_id
        where edge.kind = 'lateral' and start.slug < finish.slug
      ) as lateral_pairs`,
  map: ({ lateral_pairs, ...row }) => ({ ...row, lateralPairs: lateral_pairs }),
})

const library = (database: Database) => database.query(readStoredLibrary({}))

/** Checks for six levels and three categories. */
export const libraryCountsCheck: Check = {
  name: 'library counts',
  run: async (database) => {
    const stored = await library(database)
    const counts = [
      ['levels', stored.levels, levels.length],
      ['categories', stored.categories, categories.length],
    ] as const
    return counts.flatMap(([what, has, wanted]) => (has === wanted ? [] : [count(what, has, wanted)]))
  },
}

/** Checks that the stored library is what the seed files say. */
export const librarySeedsCheck: Check = {
  name: 'library as in its seed files',
  run: async (database) => {
    const { records, aliases, lateralPairs, retired } = await library(database)
    return [
      ...driftOf(records, aliases, readLibrary()),
      ...pairDrift(lateralPairs, readLibrary()),
      ...lostSuccessors(retired, records),
    ]
  },
}

/** Checks that exercises are found by all that they are called, and by nothing else. */
export const libraryNamesCheck: Check = {
  name: 'names of the library',
  run: async (database) => {
    const [called, names] = await database.batch([listCalled({}), listExerciseNames({})])
    return nameDrift(names, called)
  },
}

/** Checks that the stored library passes every check that its seed files must pass. */
export const libraryGraphCheck: Check = {
  name: 'library graph',
  run: async (database) => {
    const { records, aliases, lateralPairs } = await library(database)
    return checkLibrary(records, lateralPairs, aliases).map(({ code, slug, detail }) => ({
      subject: slug ?? 'library',
      problem: `${code}: ${detail}`,
    }))
  },
}

function count(what: string, has: number, wanted: number): Finding {
  return { subject: what, problem: `there are ${has}, and should be ${wanted}` }
}
