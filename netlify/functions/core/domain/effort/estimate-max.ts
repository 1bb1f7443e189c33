import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { PerformedSet } from './performed-set.js'

/**
 * The most that the athlete could have done, in reps or seconds; at least that much when
 * `lowerBoundOnly`.
 */
export type MaxEstimate = { readonly estimate: number; readonly lowerBoundOnly: boolean }

/**
 * Estimates the maximum from one set and its RPE by reps in reserve (Zourdos 2016; Helms 2016).
 *
 * One RPE point is one rep, or 10 % of a hold (product default). A failed set is its own maximum. A
 * set without RPE, or rated easier than RPE 5, gives a lower bound: it is still worth keeping.
 */
export function estimateMax(set: PerformedSet, rules: TrainingRules): MaxEstimate {
  if (set.failed) return { estimate: set.actual, lowerBoundOnly: false }
  if (set.rpe === null) return { estimate: set.actual, lowerBoundOnly: true }
  const { rpeMax, ratedRpeMin, easyRepsInReserve } = rules.effort
  const easy = set.rpe < ratedRpeMin
  const inReserve = easy ? easyRepsInReserve : rpeMax - set.rpe
  return { estimate: withReserve(set, inReserve, rules), lowerBoundOnly: easy }
}

/**
 * Returns the RPE points between a set and the maximum: 0 when the set failed, was not rated, or
 * was rated as easy.
 */
export function measuredReserve(set: PerformedSet, rules: TrainingRules): number {
  if (set.failed || set.rpe === null || set.rpe < rules.effort.ratedRpeMin) return 0
  return rules.effort.rpeMax - set.rpe
}

/**
 * Returns the set that speaks for an exercise in a session: the one with the largest estimate. On a
 * tie a measured set beats a lower bound, then the first wins. Null when there are no sets.
 */
export function mostTellingSet<Set extends PerformedSet>(sets: readonly Set[], rules: TrainingRules): Set | null {
  let best: { set: Set; max: MaxEstimate } | null = null
  for (const set of sets) {
    const max = estimateMax(set, rules)
    if (best === null || tellsMore(max, best.max)) best = { set, max }
  }
  return best?.set ?? null
}

function tellsMore(candidate: MaxEstimate, best: MaxEstimate): boolean {
  if (candidate.estimate !== best.estimate) return candidate.estimate > best.estimate
  return best.lowerBoundOnly && !candidate.lowerBoundOnly
}

function withReserve(set: PerformedSet, inReserve: number, rules: TrainingRules): number {
  return set.metric === 'reps'
    ? set.actual + inReserve
    : set.actual * (1 + rules.effort.holdSharePerRpePoint * inReserve)
}
