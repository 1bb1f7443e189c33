import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { listCategories as categories } from '#queries/exercise-categories.js'

const ExerciseCategory = z
  .strictObject({
    name: Category,
    description: z
      .string()
      .max(1000)
      .meta({ description: 'What it trains', example: 'Pulling movements - back, biceps' }),
  })
  .meta({ id: 'ExerciseCategory', description: 'One of the three movement categories' })

export const listCategories = query({
  id: 'categories.list',
  http: { method: 'GET', path: '/categories', status: 200 },
  summary: 'List the movement categories',
  description: 'The three movement categories; the list is never longer than a page.',
  access: 'public',
  input: {},
  output: pageOf(ExerciseCategory),
  refusals: [],
  run: async (context) => wholeList(await context.read(categories({}))),
})
