import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Returns sets that leave two reps, or a fifth of a hold, in reserve; each further set is a little
 * less. They may be below 1, where a maximum has nothing to spare.
 *
 * @param maximum in reps or seconds.
 */
export function reserveTargets(maximum: number, metric: Metric, sets: number, rules: TrainingRules): number[] {
  const { keptPerSet } = rules.coach.target
  return Array.from({ length: sets }, (_, index) => firstReserveTarget(maximum * keptPerSet ** index, metric, rules))
}

/** Returns the first of such sets, in reps or seconds. */
export function firstReserveTarget(maximum: number, metric: Metric, rules: TrainingRules): number {
  const { reserveReps, reserveHoldDivisor } = rules.coach.target
  return metric === 'reps' ? Math.floor(maximum + 0.5) - reserveReps : Math.floor(maximum / reserveHoldDivisor)
}
