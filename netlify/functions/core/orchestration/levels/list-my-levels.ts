import { CategoryLevel } from '#domain/athlete/category-level.schema.js'
import { levelsIn } from '#domain/athlete/set-level.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { AtQuery, readTrainingAt } from '#orchestration/training/read-training.js'
import { listCategoryLevels } from '#queries/user-current-levels.js'

export const listMyLevels = query({
  id: 'me.listLevels',
  http: { method: 'GET', path: '/me/levels', status: 200 },
  summary: 'List where I stand in each category',
  description:
    'One entry per category, Foundation until it is set; the list is never longer than a page. With `at`, as they were known at that instant.',
  access: { scope: 'levels:read' },
  input: { query: AtQuery },
  output: pageOf(CategoryLevel),
  refusals: ['ACCOUNT_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: { at } }) => {
    if (at !== undefined) {
      const { state, trainingLog } = await readTrainingAt(context, new Date(at))
      return wholeList(levelsIn(state, trainingLog))
    }
    const levels = await context.read(listCategoryLevels({ userId: context.athleteId }))
    return levels.length === 0 ? accountNotFound() : wholeList(levels)
  },
})
