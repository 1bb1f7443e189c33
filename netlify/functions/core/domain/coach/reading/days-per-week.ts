import { mondayOf } from '#domain/calendar/iso-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainedWeek } from '#domain/training/training-state.js'

/**
 * Returns the days per week on which an athlete trains: the median of the last weeks with training,
 * without the running one, within limits; the usual number while there is none.
 *
 * @param trained weeks by their Monday, oldest first.
 */
export function daysPerWeekOf(
  trained: ReadonlyMap<string, TrainedWeek>,
  today: string,
  { coach }: TrainingRules,
): number {
  const { usual, min, max, weeks } = coach.week.daysPerWeek
  const thisMonday = mondayOf(today)
  const counts = [...trained]
    .filter(([monday]) => monday < thisMonday)
    .slice(-weeks)
    .map(([, { sets }]) => sets.filter((done) => done !== null).length)
    .sort((a, b) => a - b)
  if (counts.length === 0) return usual
  const middle = (counts.length - 1) / 2
  const median = ((counts[Math.floor(middle)] ?? usual) + (counts[Math.ceil(middle)] ?? usual)) / 2
  return Math.min(max, Math.max(min, Math.round(median)))
}
