import { CategoryLevel } from '#domain/athlete/category-level.schema.js'
import { categories, Level, levelNames } from '#domain/library/vocabulary.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { AtQuery, readTrainingAt, type Training } from '#orchestration/training/read-training.js'
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
    if (at !== undefined) return wholeList(levelsIn(await readTrainingAt(context, new Date(at))))
    const levels = await context.read(listCategoryLevels({ userId: context.athleteId }))
    return levels.length === 0 ? accountNotFound() : wholeList(levels)
  },
})

/**
 * Where the athlete stood, as the facts known then say; a level's version counts how often it was
 * set.
 */
function levelsIn({ state, trainingLog }: Training): CategoryLevel[] {
  return categories.map((category) => {
    const standing = state.levels.get(category)
    const level = Level.parse(standing?.level ?? 0)
    const version = trainingLog.directives.filter(
      (directive) => directive.kind === 'level' && directive.category === category,
    ).length
    return { category, level, levelName: levelNames[level], setAt: standing?.setAt ?? null, version }
  })
}
