import { daysBetween } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { categories } from '#domain/library/vocabulary.js'
import type { SessionLoads } from '#domain/load/performed-session.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean, sum } from '#domain/values/statistics.js'

type Trained = Pick<SessionLoads, 'date' | 'sets'>

/** A calendar week with training, by its Monday. */
type Week = { readonly monday: string; readonly sets: number }

/**
 * Counts the calendar weeks that are over and had a session after the last deload. The count begins
 * anew after two weeks without a session, and after a week that was easy when a deload was due:
 * whether or not it was called a deload, it was one.
 *
 * @param after the last day of the last deload; null without one.
 */
export function weeksSinceDeload(
  sessions: readonly Trained[],
  after: string | null,
  today: string,
  { deload, coach }: TrainingRules,
): number {
  const thisMonday = mondayOf(today)
  let count = 0
  let before: readonly Week[] = []
  for (const week of weeksOf(sessions, after, thisMonday)) {
    const usual = mean(before.map(({ sets }) => sets)) ?? 0
    const isEasy = count >= deload.weeksBetweenMax && week.sets < coach.week.easyShare * usual
    const goesOn = !isEasy && !isRest(before.at(-1), week.monday)
    count = isEasy ? 0 : (goesOn ? count : 0) + 1
    before = [...(goesOn ? before : []), week].slice(-deload.weeksBetweenMax)
  }
  return isRest(before.at(-1), thisMonday) ? 0 : count
}

/** Tells whether two calendar weeks without a session lie between two Mondays. */
function isRest(last: Week | undefined, monday: string): boolean {
  return last !== undefined && daysBetween(last.monday, monday) > 14
}

/** Lists the weeks with training between a day and a Monday, oldest first. */
function weeksOf(sessions: readonly Trained[], after: string | null, before: string): Week[] {
  const sets = new Map<string, number>()
  for (const session of sessions) {
    if ((after !== null && session.date <= after) || session.date >= before) continue
    const monday = mondayOf(session.date)
    const count = sum(categories.map((category) => session.sets[category]))
    sets.set(monday, (sets.get(monday) ?? 0) + count)
  }
  return [...sets].map(([monday, count]) => ({ monday, sets: count })).sort((a, b) => (a.monday < b.monday ? -1 : 1))
}
