import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The first and the last day of a deload, both included. */
export type DeloadDays = { readonly startsOn: string; readonly endsOn: string }

export function isInDeload(date: string, deloads: readonly DeloadDays[]): boolean {
  return deloads.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
}

/** Returns how many sets are left of a number of sets in a deload: half of them, rounded up. */
export function setsInDeload(count: number, { deload }: TrainingRules): number {
  return Math.ceil(count / deload.setsDivisor)
}
