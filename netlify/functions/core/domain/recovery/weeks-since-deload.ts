import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainedWeek, TrainingState } from '#domain/training/training-state.js'
import { mean, sum } from '#domain/values/statistics.js'

/** A calendar week with training, by its Monday. */
type Week = { readonly monday: string; readonly sets: number }

/**
 * Counts the calendar weeks that are over and had a session after the last deload. The count begins
 * anew after two weeks without a session, and after a week that was easy when a deload was due:
 * whether or not it was called a deload, it was one.
 *
 * @param weeks by their Monday, oldest first.
 * @param after the last day of the last deload; null without one.
 */
export function weeksSinceDeload(
  weeks: ReadonlyMap<string, TrainedWeek>,
  after: string | null,
  today: string,
  { deload, coach }: TrainingRules,
): number {
  const thisMonday = mondayOf(today)
  let count = 0
  let before: readonly Week[] = []
  for (const week of weeksOf(weeks, after, thisMonday)) {
    const usual = mean(before.map(({ sets }) => sets)) ?? 0
    const isEasy = count >= deload.weeksBetweenMax && week.sets < coach.week.easyShare * usual
    const goesOn = !isEasy && !isRest(before.at(-1), week.monday)
    count = isEasy ? 0 : (goesOn ? count : 0) + 1
    before = [...(goesOn ? before : []), week].slice(-deload.weeksBetweenMax)
  }
  return isRest(before.at(-1), thisMonday) ? 0 : count
}

/** Returns the last day of the last deload that had begun by a day; null without one. */
export function lastDeloadEnd(deloads: TrainingState['deloads'], today: string): string | null {
  const ends = deloads.filter(({ startsOn }) => startsOn <= today).map(({ endsOn }) => endsOn)
  return ends.toSorted().at(-1) ?? null
}

/** Tells whether two calendar weeks without a session lie between two Mondays. */
function isRest(last: Week | undefined, monday: string): boolean {
  return last !== undefined && daysBetween(last.monday, monday) > 14
}

/** Lists the weeks with training between a day and a Monday, with their sets of the days between, oldest first. */
function weeksOf(weeks: ReadonlyMap<string, TrainedWeek>, after: string | null, before: string): Week[] {
  return [...weeks].flatMap(([monday, { sets }]) => {
    const counted = sets.filter((done, day) => done !== null && (after === null || addDays(monday, day) > after))
    return monday >= before || counted.length === 0 ? [] : [{ monday, sets: sum(counted.map((done) => done ?? 0)) }]
  })
}
