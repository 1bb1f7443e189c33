import { daysBetween } from '#domain/calendar/days-between.js'
import { transitionWeeksMax, wayBack } from '#domain/progression/layoff.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { isBreak } from './breaks.js'

/** Where an athlete stands on the way back after a break. */
export type ReturnFromBreak = {
  readonly gapDays: number
  /** Week of the transition, from 1. */
  readonly week: number
  /** Share of the planned sets in that week. */
  readonly setMultiplier: number
}

/**
 * Finds the way back after the last break in a category, from the days on which it was trained,
 * oldest first. Null when there was no break, or when the transition is over. The transition begins
 * on the first day back.
 */
export function returnFromBreak(
  trainedOn: readonly string[],
  today: string,
  rules: TrainingRules,
): ReturnFromBreak | null {
  const weeksMax = transitionWeeksMax(rules)
  let back = today
  for (const day of trainedOn.filter((one) => one < today).toReversed()) {
    const week = 1 + Math.floor(daysBetween(back, today) / 7)
    if (week > weeksMax) return null
    const gapDays = daysBetween(day, back)
    const { weeklySetMultipliers } = wayBack(gapDays, rules)
    const setMultiplier = weeklySetMultipliers[week - 1]
    if (isBreak({ weeklySetMultipliers })) return setMultiplier === undefined ? null : { gapDays, week, setMultiplier }
    back = day
  }
  return null
}
