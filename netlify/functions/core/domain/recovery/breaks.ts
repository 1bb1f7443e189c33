import { daysSince } from '#domain/calendar/days-between.js'
import type { Category } from '#domain/library/vocabulary.js'
import { type WayBack, wayBack } from '#domain/progression/layoff.js'
import { gapThatCounts, monthlyReturns } from '#domain/progression/monthly-returns.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingState } from '#domain/training/training-state.js'

/** How long a category has not been trained, and the way back. */
export type CategoryBreak = WayBack & {
  readonly category: Category
  readonly lastSessionOn: string
  readonly gapDays: number
  /** Whether the athlete comes back so often after a month that the session is whole. */
  readonly monthly: boolean
}

/** Lists the gap, up to a day, of every category that was ever trained. */
export function breaksOn(state: TrainingState, today: string, rules: TrainingRules): CategoryBreak[] {
  const returns = monthlyReturns(state.trainedOn.toReversed(), today, rules)
  return [...state.categories.values()].flatMap(({ category, lastSessionOn }) => {
    if (lastSessionOn === null) return []
    const gapDays = daysSince(lastSessionOn, today)
    const way = wayBack(gapThatCounts(gapDays, returns, rules), rules)
    const monthly = isBreak(wayBack(gapDays, rules)) && !isBreak(way)
    return [{ category, lastSessionOn, gapDays, monthly, ...way }]
  })
}

/** Tells whether a gap is long enough to come back in steps. */
export function isBreak({ weeklySetMultipliers }: Pick<WayBack, 'weeklySetMultipliers'>): boolean {
  return weeklySetMultipliers.length > 0
}
