import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import { sum } from '#domain/values/statistics.js'

/**
 * Computes how far each category is behind its share of the hard sets of the last 14 days, 0-1; 1
 * for all when there are none.
 *
 * @param sets hard sets of each category.
 * @param targetShares the share of all sets that each category should have (over 0); a third when
 *   not given.
 */
export function categoryNeeds<Category extends string>(
  sets: Readonly<Record<Category, number>>,
  rules: TrainingRules,
  targetShares?: Readonly<Partial<Record<Category, number>>>,
): Record<Category, number> {
  const total = sum(Object.values<number>(sets))
  const entries = Object.entries<number>(sets).map(([category, count]) => {
    const target = targetShares?.[category as Category] ?? rules.selection.need.targetShare
    return [category, total === 0 ? 1 : Math.max(0, target - count / total) / target]
  })
  return Object.fromEntries(entries)
}

/** Orders the categories of a session: the most needed first, then by name. */
export function categoriesByNeed<Category extends string>(needs: Readonly<Record<Category, number>>): Category[] {
  const categories = Object.keys(needs) as Category[]
  return categories.sort((a, b) => needs[b] - needs[a] || compareCodePoints(a, b))
}
