import { effectiveReps } from '#domain/effort/effective-load.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise } from '../training-log.js'

/** What a set with added weight or assistance is worth. */
export type Worth =
  /** So many reps or seconds without it. */
  | { readonly kind: 'amount'; readonly amount: number }
  /** More than was done, nobody knows how much. */
  | { readonly kind: 'more' }
  /** Less than was done, nobody knows how much: it tells nothing. */
  | { readonly kind: 'less' }

/**
 * Returns what an amount with an added mass is worth at the mass that was planned. Only reps have a
 * formula, and only near the moved mass. By the first rules added weight changes nothing, and
 * assistance tells nothing.
 */
export function worthOf(
  amount: number,
  { addedKg, plannedKg }: { readonly addedKg: number; readonly plannedKg: number },
  { standard, metric }: { readonly standard: LoggedExercise['standard']; readonly metric: Metric },
  rules: TrainingRules,
): Worth {
  if (rules.judging.load.counts === 'assistance-alone') {
    return addedKg < 0 ? { kind: 'less' } : { kind: 'amount', amount }
  }
  if (addedKg === plannedKg) return { kind: 'amount', amount }
  const movedKg = movedMass(standard, rules)
  const reps =
    metric === 'reps' && movedKg !== null ? effectiveReps(amount, { movedKg, addedKg, plannedKg }, rules) : null
  if (reps !== null) return { kind: 'amount', amount: reps }
  return { kind: addedKg > plannedKg ? 'more' : 'less' }
}

/** Returns the kilograms of the body that an exercise moved; null for facts that did not keep them. */
function movedMass(
  { bodyMassFraction, bodyMassKg }: LoggedExercise['standard'],
  { load }: TrainingRules,
): number | null {
  if (bodyMassFraction === undefined || bodyMassFraction === null) return null
  return bodyMassFraction * (bodyMassKg ?? load.bodyMassKgAssumed)
}
