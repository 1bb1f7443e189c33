import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type WeekStatistics, weekStatistics } from './week-statistics.js'

/** What an athlete's days asked of them. */
export type EffortHistory = {
  /** The day of the first completed session, however long ago; null without one. */
  readonly firstDay: string | null
  /** AU by day, of the last `weeksOfEffort` weeks at least; days whose load is unknown are left out. */
  readonly days: ReadonlyMap<string, number>
}

/**
 * The weeks that are an athlete's own weeks: the last seven days, and 51 before. A year has seen all
 * seasons, and says more of who trains now than the years before it. It bounds what is read of a
 * history, as the number of a page does, and judges nothing: so it stands here and not in the rules.
 */
export const weeksOfEffort = 52

/** Returns the first of the days whose effort is looked at on a day. */
export function effortSince(today: string): string {
  return addDays(today, 1 - 7 * weeksOfEffort)
}

/**
 * Computes weeks of seven days that end today, a week ago, and so on, as far back as the athlete
 * has trained for the whole of them, and so many at most. An unknown load counts as 0.
 */
export function effortWeeks(
  { firstDay, days }: EffortHistory,
  today: string,
  rules: TrainingRules,
  weeksMax = weeksOfEffort,
): readonly WeekStatistics[] {
  const wholeWeeks = firstDay === null ? 0 : Math.max(0, Math.floor((daysBetween(firstDay, today) + 1) / 7))
  return Array.from({ length: Math.min(wholeWeeks, weeksMax) }, (_, weeksAgo) => {
    const from = addDays(today, -6 - 7 * weeksAgo)
    const week = Array.from({ length: 7 }, (_, day) => days.get(addDays(from, day)) ?? 0)
    return weekStatistics(week, rules)
  })
}
