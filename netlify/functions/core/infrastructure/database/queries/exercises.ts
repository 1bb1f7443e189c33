import * as z from 'zod'
import { Aliases, listAliases } from '#domain/library/aliases.schema.js'
import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import type { ExerciseKeys, NamedExercise } from '#domain/library/exercise-ref.schema.js'
import { type NameForms, nameForms } from '#domain/library/name-forms.js'
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
import { meantBy } from './exercise-search.js'

/** The row of `entries`. */
export const exerciseRow = z.object({
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
  aliases: Aliases,
  former_slugs: z.array(ExerciseSlug),
  retired: z.boolean(),
  replaced_by: ExerciseSlug.nullable(),
  fit_exercise_category: FitExerciseCategory,
  health_connect_segment: HealthConnectSegment,
  created_at: z.date(),
  updated_at: z.date(),
})

export function entryOf(row: z.output<typeof exerciseRow>): ExerciseEntry {
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
    aliases: listAliases(row.aliases),
    formerSlugs: row.former_slugs,
    retired: row.retired,
    replacedBy: row.replaced_by,
    interchange: { fitExerciseCategory: row.fit_exercise_category, healthConnectSegment: row.health_connect_segment },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Selects exercises with all that callers read of them. */
export const entries = sql`
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
      exercise.aliases,
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
      )`

/** Keeps the exercises that a text may mean; null keeps all. */
const meaning = (asked: NameForms | null) => sql`
      and (
        ${asked === null}::boolean
        or exercise.id in (select meant.exercise_id from (${meantBy(asked ?? nameForms(''))}) as meant)
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

type Listing = ExerciseFilters & ExercisePage & { readonly asked: NameForms | null }

const listing = (name: string, behind: (page: ExercisePage) => Sql) =>
  many({
    name,
    row: exerciseRow,
    sql: (parameters: Listing) =>
      sql`${entries} ${meeting(parameters)} ${meaning(parameters.asked)} ${behind(parameters)}`,
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

/** An exercise that a text may mean, and how well it fits, from 200 to 1000. */
export type Meant = { readonly exercise: ExerciseEntry; readonly rank: number }

/** A page of what a text may mean: it starts after these values of the last exercise. */
export type MeantPage = {
  readonly asked: NameForms
  readonly afterRank: number | null
  readonly afterDifficulty: number | null
  readonly afterSlug: string | null
  readonly limit: number
}

/** Lists the exercises that a text may mean, the best fit first, and among equals the easiest. */
export const searchExercises = many({
  name: 'searchExercises',
  row: exerciseRow.extend({ rank: z.number() }),
  sql: (parameters: ExerciseFilters & MeantPage) => sql`
    select entry.*, meant.rank
    from (${meantBy(parameters.asked)}) as meant
    join (${entries} ${meeting(parameters)}) as entry on entry.id = meant.exercise_id
    where ${parameters.afterRank}::integer is null
      or (-meant.rank, entry.difficulty, entry.slug)
        > (-${parameters.afterRank}::integer, ${parameters.afterDifficulty}::numeric, ${parameters.afterSlug}::text)
    order by meant.rank desc, entry.difficulty, entry.slug
    limit ${parameters.limit}::integer`,
  map: ({ rank, ...row }): Meant => ({ exercise: entryOf(row), rank }),
})

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
