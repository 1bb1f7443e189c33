import * as z from 'zod'
import { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, readPage } from '#orchestration/paging.js'
import {
  type ExerciseFilters,
  listExercisesByDifficulty,
  listExercisesByDifficultyDescending,
  listExercisesByName,
  listExercisesByNameDescending,
} from '#queries/exercises.js'
import { ExerciseSearch, type SortOrder } from './support/exercises.schema.js'
import { likePatterns } from './support/like-patterns.js'

const listIn = {
  difficulty: listExercisesByDifficulty,
  '-difficulty': listExercisesByDifficultyDescending,
  name: listExercisesByName,
  '-name': listExercisesByNameDescending,
} satisfies Record<SortOrder, unknown>

/** The sort value as text, and the slug, which is unique. */
const Keys = z.tuple([z.string(), z.string()])

export const listExercises = query({
  id: 'exercises.list',
  http: { method: 'GET', path: '/exercises', status: 200 },
  summary: 'List exercises of the library',
  description: 'Filters narrow each other. `equipment` finds what can be done with the given things and nothing else.',
  access: 'public',
  input: { query: ExerciseSearch },
  output: pageOf(ExerciseEntry),
  refusals: ['INVALID_CURSOR'],
  run: (context, { query: search }) => {
    const { limit, cursor, sort, ...narrowed } = search
    const filters = filtersOf(search)
    return readPage(context, {
      of: 'exercises.list',
      filters: { sort, ...narrowed },
      limit,
      cursor,
      keys: Keys,
      keysOf: (exercise: ExerciseEntry): [string, string] => [keyOf(exercise, sort), exercise.slug],
      list: (after, count) =>
        listIn[sort]({ ...filters, afterKey: after?.[0] ?? null, afterSlug: after?.[1] ?? null, limit: count }),
    })
  },
})

function filtersOf({ level, category, tag, metric, equipment, q }: ExerciseSearch): ExerciseFilters {
  return {
    level: level ?? null,
    category: category ?? null,
    tag: tag ?? null,
    metric: metric ?? null,
    equipment: equipment ?? null,
    patterns: likePatterns(q ?? ''),
  }
}

function keyOf({ difficulty, name }: ExerciseEntry, sort: SortOrder): string {
  return sort === 'name' || sort === '-name' ? name : String(difficulty)
}
