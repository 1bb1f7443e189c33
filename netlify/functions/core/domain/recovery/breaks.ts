import { daysSince } from '#domain/calendar/days-between.js'
import type { Category } from '#domain/library/vocabulary.js'
import { layoff } from '#domain/progression/layoff.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingState } from '#domain/training/training-state.js'

/** How long a category has not been trained, and the way back. */
export type CategoryBreak = {
  readonly category: Category
  readonly lastSessionOn: string
  readonly gapDays: number
  /** Share of the working sets kept, 0-1. */
  readonly factor: number
  /** Share of the planned sets in each week of the return; none after a short gap. */
  readonly weeklySetMultipliers: readonly number[]
  /** Whether to test the level anew. */
  readonly retest: boolean
}

/** The gap of every category that was ever trained, up to a day. */
export function breaksOn(state: TrainingState, today: string, rules: TrainingRules): CategoryBreak[] {
  return [...state.categories.values()].flatMap(({ category, lastSessionOn }) => {
    if (lastSessionOn === null) return []
    const gapDays = daysSince(lastSessionOn, today)
    const way = layoff({ metric: 'reps', defaults: [], working: [], gapDays }, rules)
    const { factor, weeklySetMultipliers, retest } = way
    return [{ category, lastSessionOn, gapDays, factor, weeklySetMultipliers, retest }]
  })
}

/** Whether a gap is long enough to ask for a return in steps. */
export function isBreak({ weeklySetMultipliers }: CategoryBreak): boolean {
  return weeklySetMultipliers.length > 0
}
