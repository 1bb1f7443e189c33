import { daysBetween } from '#domain/calendar/days-between.js'
import { transitionWeeksMax, wayBack } from '#domain/progression/layoff.js'
import { comesMonthly, monthlyReturns } from '#domain/progression/monthly-returns.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { isBreak } from './breaks.js'

/** Where an athlete stands on the way back after a break. */
export type ReturnFromBreak = {
  readonly gapDays: number
  /** Week of the transition, from 1. */
  readonly week: number
  /** Share of the planned sets in that week, and in those that are left from it on. */
  readonly setMultiplier: number
  readonly multipliersLeft: readonly number[]
  /** How often in a row the athlete came back after a month, when that makes the session whole; else 0. */
  readonly monthlyReturns: number
}

/**
 * Finds the way back after the last break in a category, from the days on which it was trained,
 * oldest first. Null when there was no break, or when the transition is over. The transition begins
 * on the first day back. Who comes back about once a month is on no such way (`MonthlyRule`).
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
    const multipliersLeft = weeklySetMultipliers.slice(week - 1)
    const [setMultiplier] = multipliersLeft
    if (isBreak({ weeklySetMultipliers })) {
      if (setMultiplier === undefined) return null
      const returns = monthlyReturns(trainedOn.toReversed(), today, rules)
      return comesMonthly(returns, rules)
        ? { gapDays, week, setMultiplier: 1, multipliersLeft: [], monthlyReturns: returns }
        : { gapDays, week, setMultiplier, multipliersLeft, monthlyReturns: 0 }
    }
    back = day
  }
  return null
}
