import { addDays } from '#domain/calendar/days-between.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The first and the last day of a deload, both included. */
export type DeloadDays = { readonly startsOn: string; readonly endsOn: string }

export function isInDeload(date: string, deloads: readonly DeloadDays[]): boolean {
  return deloads.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
}

/**
 * Tells whether a deload comes so soon after a day that none is due before it: within the days for
 * which one may be planned.
 */
export function isSoon({ startsOn }: DeloadDays, today: string, { deload }: TrainingRules): boolean {
  return startsOn > today && startsOn <= addDays(today, deload.daysAheadMax)
}

/** Returns how many sets are left of a number of sets in a deload: half of them, rounded up. */
export function setsInDeload(count: number, { deload }: TrainingRules): number {
  return Math.ceil(count / deload.setsDivisor)
}
