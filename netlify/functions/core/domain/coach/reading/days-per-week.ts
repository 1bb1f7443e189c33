import { mondayOf } from '#domain/calendar/iso-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedSession } from '#domain/training/training-log.js'

/**
 * Returns the days per week on which an athlete trains: the median of the last weeks with training,
 * without the running one, within limits; the usual number while there is none.
 *
 * @param sessions oldest first.
 */
export function daysPerWeekOf(sessions: readonly LoggedSession[], today: string, { coach }: TrainingRules): number {
  const { usual, min, max, weeks } = coach.week.daysPerWeek
  const thisMonday = mondayOf(today)
  const byWeek = new Map<string, Set<string>>()
  for (const { date } of sessions.toReversed()) {
    const monday = mondayOf(date)
    if (monday >= thisMonday) continue
    if (!byWeek.has(monday) && byWeek.size === weeks) break
    byWeek.set(monday, (byWeek.get(monday) ?? new Set()).add(date))
  }
  const counts = [...byWeek.values()].map(({ size }) => size).sort((a, b) => a - b)
  if (counts.length === 0) return usual
  const middle = (counts.length - 1) / 2
  const median = ((counts[Math.floor(middle)] ?? usual) + (counts[Math.ceil(middle)] ?? usual)) / 2
  return Math.min(max, Math.max(min, Math.round(median)))
}
