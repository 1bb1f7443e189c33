import type { DeloadTrigger } from '#domain/event/vocabulary.js'
import { setsInDeload } from '#domain/progression/deload-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

export type DeloadFacts = {
  /** Number of regress decisions in 7 days. */
  readonly regressions7Days: number
  /** Mean RPE per week, oldest first; null for a week without a rating. */
  readonly weeklyRpe: readonly (number | null)[]
  /** Readiness scores of the check-ins, oldest first; null for one without a score. */
  readonly readiness: readonly (number | null)[]
  /** Number of weeks with training since the last deload. */
  readonly weeksSinceDeload: number
  /** Number of sets of each planned exercise. */
  readonly sets: readonly number[]
}

/**
 * Whether a deload is due, and what it asks for: the same exercises and targets with these sets,
 * for `days`, without progression decisions. The sets are unchanged when none is due.
 */
export type DeloadDecision = {
  readonly deload: boolean
  readonly triggers: readonly DeloadTrigger[]
  readonly sets: readonly number[]
  readonly rpeCap: number | null
  readonly days: number
}

/** Decides whether an easier week is due (means after Bell 2022; numbers are product defaults). */
export function deload(facts: DeloadFacts, rules: TrainingRules): DeloadDecision {
  const triggers = deloadTriggers(facts, rules)
  if (triggers.length === 0) return { deload: false, triggers, sets: facts.sets, rpeCap: null, days: 0 }
  const { rpeCap, days } = rules.deload
  return { deload: true, triggers, sets: facts.sets.map((count) => setsInDeload(count, rules)), rpeCap, days }
}

function deloadTriggers(facts: DeloadFacts, rules: TrainingRules): DeloadTrigger[] {
  const { regressionsMin, highRpe, lowReadiness, weeksBetweenMax } = rules.deload
  const triggers: DeloadTrigger[] = []
  if (facts.regressions7Days >= regressionsMin) triggers.push('regressions')
  if (lastAll(facts.weeklyRpe, highRpe.weeks, (rpe) => rpe >= highRpe.weeklyMeanMin)) triggers.push('high_rpe')
  if (lastAll(facts.readiness, lowReadiness.checkIns, (score) => score < lowReadiness.below)) {
    triggers.push('low_readiness')
  }
  if (facts.weeksSinceDeload >= weeksBetweenMax) triggers.push('scheduled')
  return triggers
}

/** Tells whether there are `count` last values, none missing, for which the condition holds. */
function lastAll(values: readonly (number | null)[], count: number, holds: (value: number) => boolean): boolean {
  const last = values.slice(-count)
  return last.length === count && last.every((value) => value !== null && holds(value))
}
