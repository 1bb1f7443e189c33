import { addDays } from '#domain/calendar/days-between.js'
import { categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** A week begins six days before a day at most. */
const daysToMonday = 6

/**
 * Returns the first of the days whose sessions a report of the load since a day rests on: spikes are
 * compared with the days before, the ratio looks at days of its own, and weeks are whole.
 */
export function reportLooksSince(from: string, { load: { spike, ratio } }: TrainingRules): string {
  return addDays(from, -Math.max(spike.priorDays, ratio.chronicDays - 1, daysToMonday))
}

/** Returns the last of the days whose sessions a report of the load up to a day rests on: its week is whole. */
export function reportLooksUntil(to: string): string {
  return addDays(to, daysToMonday)
}

/**
 * Days of training that warnings look back at. What was done before tells nothing of how things are now;
 * loads have windows of their own.
 */
export const evidenceDays = 42

/** Returns the first of the days whose sessions the warnings of a day rest on, but for the effort of own weeks. */
export function warningsLookSince(today: string, { load, flags }: TrainingRules): string {
  const days = [
    flags.spikeDays - 1 + load.spike.priorDays,
    load.ratio.chronicDays - 1,
    flags.pushPull.days - 1,
    6 + 7 * flags.ownWeeks,
    evidenceDays,
  ]
  return addDays(today, -Math.max(...days))
}

/** Returns the first of the days whose sessions tell on a day whether an easier week is due: those of its weeks of RPE. */
export function deloadLooksSince(today: string, { deload }: TrainingRules): string {
  return addDays(today, 1 - 7 * deload.highRpe.weeks)
}

/**
 * Returns how many sessions before those days are looked at as well, whatever their age. A spike after
 * a break is compared with the last three of its category: three of each where a session trains one,
 * and three to spare. One of them tells that there was training before those days.
 */
export function sessionsLookedAtBefore({ load: { spike } }: TrainingRules): number {
  return spike.referenceSessionsMin * (categories.length + 1)
}
