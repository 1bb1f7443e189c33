import { daysBetween } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { transitionWeeksMax, wayBack } from './layoff.js'

/**
 * Counts how often in a row an athlete came back after about a month away, with no more than a
 * visit in between. 0 unless the last break was such a month and its way back is not over.
 *
 * @param trainedOn days with training, the latest first; repeats and later days do not matter.
 */
export function monthlyReturns(trainedOn: Iterable<string>, today: string, rules: TrainingRules): number {
  const { monthly } = rules.layoff
  if (monthly === null) return 0
  const weeksMax = transitionWeeksMax(rules)
  let returns = 0
  let run = [today]
  for (const day of trainedOn) {
    const first = run.at(-1) ?? today
    if (day >= first) continue
    const gapDays = daysBetween(day, first)
    if (wayBack(gapDays, rules).weeklySetMultipliers.length > 0) {
      if (gapDays < monthly.gapDays.min || gapDays > monthly.gapDays.max) return returns
      returns += 1
      run = [day]
    } else {
      run.push(day)
      const goesOn = returns === 0 ? daysBetween(day, today) < 7 * weeksMax : isVisit(run, rules)
      if (!goesOn) return returns
    }
  }
  return returns
}

/** Tells whether an athlete comes back so often that a session is whole. */
export function comesMonthly(returns: number, { layoff: { monthly } }: TrainingRules): boolean {
  return monthly !== null && returns >= monthly.returnsMin
}

/**
 * Returns the days of a break that take something back: none of about a month, for who comes back so
 * often.
 *
 * @param returns see `monthlyReturns`.
 */
export function gapThatCounts(gapDays: number, returns: number, rules: TrainingRules): number {
  const { monthly } = rules.layoff
  return monthly !== null && comesMonthly(returns, rules) && gapDays <= monthly.gapDays.max ? 0 : gapDays
}

/** Tells whether days of training, the latest first, are less than a full week of it. */
function isVisit(run: readonly string[], { layoff: { monthly } }: TrainingRules): boolean {
  const [last, first] = [run[0], run.at(-1)]
  if (monthly === null || last === undefined || first === undefined) return false
  return run.length <= monthly.visit.trainedMax && daysBetween(first, last) < monthly.visit.spanDays
}
