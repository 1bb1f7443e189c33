import type { TrainingRules } from '#domain/rules/training-rules.js'
import { covarianceWith, inner, type JointState, slopesOf } from './joint-state.js'
import type { Reading } from './reading.js'

/**
 * Returns on which side a session lies far off as a whole: 1 when everything that it tells lies far
 * above what was expected, -1 when it lies far below, else 0. An "at least" below the expectation
 * tells nothing.
 */
export function sideOf(readings: readonly Reading[], joint: JointState, rules: TrainingRules): -1 | 0 | 1 {
  const { deviations } = rules.ability.twoHypotheses.recovery
  const told = readings
    .map((reading) => ({ reading, distance: distanceOf(reading, joint) }))
    .filter(({ reading, distance }) => !reading.lowerBound || distance > 0)
  if (told.length === 0) return 0
  if (told.every(({ distance }) => distance > deviations)) return 1
  return told.every(({ distance }) => distance < -deviations) ? -1 : 0
}

/** Returns how far a reading lies above what is expected before its session, in standard deviations. */
function distanceOf(reading: Reading, joint: JointState): number {
  const slopes = slopesOf(reading, joint)
  const spread = Math.sqrt(inner(slopes, covarianceWith(slopes, joint)) + reading.variance)
  return (reading.observed - reading.expected) / spread
}
