import * as z from 'zod'
import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import type { ExerciseKeys, NamedExercise } from '#domain/library/exercise-ref.schema.js'
import {
  type Category,
  Equipment,
  ExerciseSlug,
  FitExerciseCategory,
  HealthConnectSegment,
  Ladder,
  type Level,
  Metric,
  Muscle,
  Slot,
  Tag,
} from '#domain/library/vocabulary.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { many, maybeOne, type Sql, sql } from '../statement.js'
import {
  defaultsColumns,
  defaultsOf,
  defaultsRow,
  isNamedBy,
  isNamedByKey,
  joinLevelAndCategory,
  refColumns,
  refOf,
  refRow,
} from './exercise-columns.js'

const exerciseRow = z.object({
  ...refRow,
  level_name: z.string(),
  slot: Slot,
  ladder: Ladder,
  loadable: z.boolean(),
  metric: Metric,
  unilateral: z.boolean(),
  body_mass_fraction: z.number(),
  primary_muscles: z.array(Muscle),
  default_equipment: z.array(Equipment),
  equipment_groups: z.array(z.array(Equipment)),
  tags: z.array(Tag),
  description: z.string(),
  cues: z.array(z.string()),
  ...defaultsRow,
  former_slugs: z.array(ExerciseSlug),
  retired: z.boolean(),
  replaced_by: ExerciseSlug.nullable(),
  fit_exercise_category: FitExerciseCategory,
  health_connect_segment: HealthConnectSegment,
  created_at: z.date(),
  updated_at: z.date(),
})

function entryOf(row: z.output<typeof exerciseRow>): ExerciseEntry {
  return {
    ...refOf(row),
    levelName: row.level_name,
    slot: row.slot,
    ladder: row.ladder,
    loadable: row.loadable,
    metric: row.metric,
    unilateral: row.unilateral,
    bodyMassFraction: row.body_mass_fraction,
    primaryMuscles: row.primary_muscles,
    equipment: row.default_equipment,
    equipmentGroups: row.equipment_groups.map((anyOf) => ({ anyOf })),
    tags: row.tags,
    description: row.description,
    cues: row.cues,
    defaults: defaultsOf(row),
    formerSlugs: row.former_slugs,
    retired: row.retired,
    replacedBy: row.replaced_by,
    interchange: { fitExerciseCategory: row.fit_exercise_category, healthConnectSegment: row.health_connect_segment },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

const entries = sql`
    select
      ${refColumns},
      level.name as level_name,
      exercise.slot,
      exercise.ladder,
      exercise.loadable,
      exercise.metric,
      exercise.unilateral,
      exercise.body_mass_fraction,
      exercise.primary_muscles,
      exercise.default_equipment,
      exercise.equipment_groups,
      exercise.tags,
      exercise.description,
      exercise.cues,
      ${defaultsColumns},
      exercise.former_slugs,
      exercise.retired_at is not null as retired,
      exercise.replaced_by,
      exercise.fit_exercise_category,
      exercise.health_connect_segment,
      exercise.created_at,
      exercise.updated_at
    from exercises as exercise
    ${joinLevelAndCategory}`

/** The filters of a list of exercises; null filters nothing. */
export type ExerciseFilters = {
  readonly level: Level | null
  readonly category: Category | null
  readonly tag: string | null
  readonly metric: Metric | null
  /** Keeps the exercises that this equipment is enough for. */
  readonly equipment: readonly string[] | null
  /** LIKE patterns; each must match the name, the slug, the description or a tag. */
  readonly patterns: readonly string[]
}

const meeting = (filters: ExerciseFilters) => sql`
    where exercise.retired_at is null
      and (${filters.level}::integer is null or level.level_order = ${filters.level}::integer)
      and (${filters.category}::text is null or category.name = ${filters.category}::text)
      and (${filters.tag}::text is null or exercise.tags @> array[${filters.tag}::text])
      and (${filters.metric}::text is null or exercise.metric = ${filters.metric}::text)
      and not exists (
        select from jsonb_array_elements(exercise.equipment_groups) as needed (any_of)
        where not needed.any_of ?| ${filters.equipment}::text[]
      )
      and not exists (
        select from unnest(${filters.patterns}::text[]) as pattern
        where not (
          exercise.name ilike pattern
          or exercise.slug ilike pattern
          or exercise.description ilike pattern
          or exists (select from unnest(exercise.tags) as tag where tag ilike pattern)
        )
      )`

/**
 * A page of a list: it starts after the exercise with this sort value, as text, and this slug; both
 * are null on the first page.
 */
export type ExercisePage = {
  readonly afterKey: string | null
  readonly afterSlug: string | null
  readonly limit: number
}

type Listing = ExerciseFilters & ExercisePage

const listing = (name: string, behind: (page: ExercisePage) => Sql) =>
  many({
    name,
    row: exerciseRow,
    sql: (parameters: Listing) => sql`${entries} ${meeting(parameters)} ${behind(parameters)}`,
    map: entryOf,
  })

/** Lists exercises, the easiest first. */
export const listExercisesByDifficulty = listing(
  'listExercisesByDifficulty',
  ({ afterKey, afterSlug, limit }) => sql`
      and (
        ${afterKey}::numeric is null
        or (exercise.difficulty, exercise.slug) > (${afterKey}::numeric, ${afterSlug}::text)
      )
    order by exercise.difficulty, exercise.slug
    limit ${limit}::integer`,
)

/** Lists exercises, the hardest first. */
export const listExercisesByDifficultyDescending = listing(
  'listExercisesByDifficultyDescending',
  ({ afterKey, afterSlug, limit }) => sql`
      and (
        ${afterKey}::numeric is null
        or (exercise.difficulty, exercise.slug) < (${afterKey}::numeric, ${afterSlug}::text)
      )
    order by exercise.difficulty desc, exercise.slug desc
    limit ${limit}::integer`,
)

/** Lists exercises by name, A to Z. */
export const listExercisesByName = listing(
  'listExercisesByName',
  ({ afterKey, afterSlug, limit }) => sql`
      and (${afterKey}::text is null or (exercise.name, exercise.slug) > (${afterKey}::text, ${afterSlug}::text))
    order by exercise.name, exercise.slug
    limit ${limit}::integer`,
)

/** Lists exercises by name, Z to A. */
export const listExercisesByNameDescending = listing(
  'listExercisesByNameDescending',
  ({ afterKey, afterSlug, limit }) => sql`
      and (${afterKey}::text is null or (exercise.name, exercise.slug) < (${afterKey}::text, ${afterSlug}::text))
    order by exercise.name desc, exercise.slug desc
    limit ${limit}::integer`,
)

export const findExercise = maybeOne({
  name: 'findExercise',
  row: exerciseRow,
  sql: ({ id, slug }: ExerciseKeys) => sql`
    ${entries}
    where ${isNamedByKey({ id, slug })}`,
  map: entryOf,
})

/** Lists the exercises of the library that have one of these ids or slugs, in the short form. */
export const listNamedExercises = many({
  name: 'listNamedExercises',
  row: z.object({ ...refRow, former_slugs: z.array(z.string()) }),
  sql: ({ ids, slugs }: { ids: readonly ExerciseId[]; slugs: readonly string[] }) => sql`
    select ${refColumns}, exercise.former_slugs
    from exercises as exercise
    ${joinLevelAndCategory}
    where ${isNamedBy({ ids, slugs })}
    order by exercise.slug`,
  map: ({ former_slugs, ...row }): NamedExercise => ({ ...refOf(row), formerSlugs: former_slugs }),
})
