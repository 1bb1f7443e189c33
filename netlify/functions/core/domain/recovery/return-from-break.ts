import { daysBetween } from '#domain/calendar/days-between.js'
import { wayBack } from '#domain/progression/layoff.js'
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
  const days = [...trainedOn.filter((day) => day < today), today]
  const gaps = days.slice(1).map((back, index) => {
    const gapDays = daysBetween(days[index] ?? back, back)
    return { back, gapDays, ...wayBack(gapDays, rules) }
  })
  const last = gaps.findLast(isBreak)
  if (!last) return null
  const week = 1 + Math.floor(daysBetween(last.back, today) / 7)
  const setMultiplier = last.weeklySetMultipliers[week - 1]
  return setMultiplier === undefined ? null : { gapDays: last.gapDays, week, setMultiplier }
}
