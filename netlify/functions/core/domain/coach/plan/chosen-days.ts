import { type Fault, refuseFaults } from '#domain/refusal.js'
import { dayOf } from '../reading/day-number.js'
import type { PlannedWeek, Recommendation } from '../recommendation.js'

/**
 * Returns what a plan has for the chosen days, in their order. Refuses with INVALID_INPUT the days
 * that lie outside of it, and those that it does not train on.
 */
export function chosenDays(dates: readonly string[], weeks: readonly PlannedWeek[]): Recommendation[] {
  const days = new Map(weeks.flatMap(({ days: all }) => all).map((day) => [day.day, day]))
  const chosen = dates.map((date) => days.get(dayOf(date)))
  refuseFaults(chosen.flatMap(faultsOf))
  return chosen.filter((day) => day !== undefined)
}

const whyNot = {
  planned: 'has a planned session already',
  done_today: 'has a session that is done already',
  rest: 'is a day of rest in this plan',
  recovery: 'is a day of recovery',
} as const

function faultsOf(day: Recommendation | undefined, index: number): Fault[] {
  const pointer = `/days/${index}/date`
  if (day === undefined) return [{ pointer, code: 'OUT_OF_RANGE', detail: 'is not a day of this plan' }]
  return day.kind === 'train' ? [] : [{ pointer, code: 'NOT_A_TRAINING_DAY', detail: whyNot[day.kind] }]
}
