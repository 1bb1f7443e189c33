import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * A set as it was performed. `actual` is in reps or seconds; `rpe` is 1-10 in halves, null when the
 * set was not rated.
 */
export type PerformedSet = {
  readonly metric: Metric
  readonly actual: number
  readonly rpe: number | null
  /** See `setFailed`. */
  readonly failed: boolean
}

/**
 * Tells whether a set failed: it fell short of the plan, with nothing in reserve or without a
 * rating. A set stopped early at a lower RPE is an ordinary observation.
 */
export function setFailed(actual: number, planned: number | null, rpe: number | null, rules: TrainingRules): boolean {
  if (planned === null || actual >= planned) return false
  return rpe === null || rpe >= rules.effort.failedRpeMin
}
