import { daysBetween } from '#domain/calendar/days-between.js'
import { wayBack } from '#domain/progression/layoff.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

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
  for (let index = days.length - 1; index > 0; index -= 1) {
    const [before, back] = [days[index - 1] ?? today, days[index] ?? today]
    const gapDays = daysBetween(before, back)
    const { weeklySetMultipliers } = wayBack(gapDays, rules)
    if (weeklySetMultipliers.length === 0) continue
    const week = 1 + Math.floor(daysBetween(back, today) / 7)
    const setMultiplier = weeklySetMultipliers[week - 1]
    return setMultiplier === undefined ? null : { gapDays, week, setMultiplier }
  }
  return null
}
