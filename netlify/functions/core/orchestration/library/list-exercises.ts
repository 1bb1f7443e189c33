import * as z from 'zod'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { nameForms } from '#domain/library/name-forms.js'
import type { SortOrder } from '#domain/library/sort-order.schema.js'
import type { Context } from '#orchestration/context.js'
import { listing } from '#orchestration/operation.js'
import { longestPage, type Page, pageOf, readPage } from '#orchestration/paging.js'
import {
  type ExerciseFilters,
  listExercisesByDifficulty,
  listExercisesByDifficultyDescending,
  listExercisesByName,
  listExercisesByNameDescending,
  type Meant,
  searchExercises,
} from '#queries/exercises.js'
import { ExerciseSearch } from './support/exercises.schema.js'

const listIn = {
  difficulty: listExercisesByDifficulty,
  '-difficulty': listExercisesByDifficultyDescending,
  name: listExercisesByName,
  '-name': listExercisesByNameDescending,
  // without a question everything fits equally well
  relevance: listExercisesByDifficulty,
} satisfies Record<SortOrder, unknown>

/** The sort value as text, and the slug, which is unique. */
const Keys = z.tuple([z.string(), z.string()])

/** How well it fits, its difficulty, and its slug. */
const MeantKeys = z.tuple([z.int(), z.number(), z.string()])

export const listExercises = listing({
  id: 'exercises.list',
  http: { method: 'GET', path: '/exercises', status: 200 },
  summary: 'List exercises of the library',
  description:
    'Filters narrow each other. `equipment` finds what can be done with the given things and nothing else; `q` finds an exercise by what people call it, the best fit first. The whole library fits on one page (`limit=500`), and `fields` leaves out what is not needed.',
  access: 'public',
  input: { query: ExerciseSearch },
  output: pageOf(ExerciseEntry, longestPage),
  choosable: { item: ExerciseEntry, itemsMax: longestPage },
  chosen: ({ query: { fields } }) => fields,
  refusals: ['INVALID_CURSOR'],
  run: (context, { query: search }) => {
    const { q, sort = q === undefined ? 'difficulty' : 'relevance' } = search
    return q !== undefined && sort === 'relevance' ? searched(context, search, q) : listed(context, search, sort)
  },
})

/** Reads a page of what a text may mean, the best fit first. */
async function searched(context: Context, search: ExerciseSearch, q: string): Promise<Page<ExerciseEntry>> {
  const { limit, cursor, sort: _, fields: __, ...narrowed } = search
  const found = await readPage(context, {
    of: 'exercises.search',
    filters: narrowed,
    limit,
    cursor,
    keys: MeantKeys,
    keysOf: ({ rank, exercise }: Meant): [number, number, string] => [rank, exercise.difficulty, exercise.slug],
    list: (after, count) =>
      searchExercises({
        ...filtersOf(search),
        asked: nameForms(q),
        afterRank: after?.[0] ?? null,
        afterDifficulty: after?.[1] ?? null,
        afterSlug: after?.[2] ?? null,
        limit: count,
      }),
  })
  return { ...found, data: found.data.map(({ exercise }) => exercise) }
}

/** Reads a page of the library in an order of its own. */
function listed(context: Context, search: ExerciseSearch, sort: SortOrder): Promise<Page<ExerciseEntry>> {
  const { limit, cursor, fields: _, ...narrowed } = search
  return readPage(context, {
    of: 'exercises.list',
    filters: { ...narrowed, sort },
    limit,
    cursor,
    keys: Keys,
    keysOf: (exercise: ExerciseEntry): [string, string] => [keyOf(exercise, sort), exercise.slug],
    list: (after, count) =>
      listIn[sort]({
        ...filtersOf(search),
        asked: search.q === undefined ? null : nameForms(search.q),
        afterKey: after?.[0] ?? null,
        afterSlug: after?.[1] ?? null,
        limit: count,
      }),
  })
}

function filtersOf({ level, category, tag, metric, equipment }: ExerciseSearch): ExerciseFilters {
  return {
    level: level ?? null,
    category: category ?? null,
    tag: tag ?? null,
    metric: metric ?? null,
    equipment: equipment ?? null,
  }
}

function keyOf({ difficulty, name }: ExerciseEntry, sort: SortOrder): string {
  return sort === 'name' || sort === '-name' ? name : String(difficulty)
}
