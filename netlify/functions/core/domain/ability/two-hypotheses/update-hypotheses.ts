import type { TrainingRules } from '#domain/rules/training-rules.js'
import { clamp } from '#domain/values/clamp.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import { normalCumulative, normalDensity } from '../normal-distribution.js'
import { type Hypotheses, type Hypothesis, withAbilityOpened } from './hypotheses.js'
import { absorb, covarianceWith, inner, type JointState, jointState, slopesOf, withoutDay } from './joint-state.js'
import { type Reading, readSet, type SessionObservation } from './reading.js'
import { offsetsOf } from './session-offsets.js'
import { sideOf } from './side-of-session.js'

export type HypothesesUpdate = {
  readonly hypotheses: Hypotheses
  /**
   * Exercises with an observation so far from what was expected that the athlete should look at it.
   * It was used nevertheless, cut to what a surprise may move.
   */
  readonly review: ReadonlySet<string>
}

/**
 * Updates both hypotheses with the observations of one session in one category, one for each
 * exercise; age them to the day first. The order of the observations does not matter: they are
 * taken by exercise, the measured ones before those that say only "at least".
 *
 * An observation beyond the clip moves the state little, and two sessions that lie far off as a
 * whole, on one side, open the ability anew: a typing error does not become the truth, and a wrong
 * start does not stay it.
 */
export function updateHypotheses(
  [fits, off]: Hypotheses,
  observations: readonly SessionObservation[],
  rules: TrainingRules,
): HypothesesUpdate {
  const { twoHypotheses } = rules.ability
  const sorted = observations.toSorted((a, b) => compareCodePoints(a.exercise, b.exercise))
  const review = new Set<string>()
  const updated = [
    updateHypothesis(fits, sorted, twoHypotheses.fits.offsetDeviation, review, rules),
    updateHypothesis(off, sorted, twoHypotheses.off.offsetDeviation, review, rules),
  ] as const
  return { hypotheses: reweighed(updated, Math.log(twoHypotheses.weighing.ratioMin)), review }
}

function updateHypothesis(
  before: Hypothesis,
  observations: readonly SessionObservation[],
  offsetDeviation: number,
  review: Set<string>,
  rules: TrainingRules,
): Hypothesis {
  const { sigmaDay, logSlopeMax } = rules.ability.twoHypotheses
  const offsets = offsetsOf(before, observations, offsetDeviation)
  const readings = observations.map((one) => readSet(one, before.state, offsets.get(one.exercise)?.[0] ?? 0, rules))
  const known = jointState(before, offsets, sigmaDay ** 2)
  const opened = recovered(before, readings, known, rules)
  const joint = opened.covariance === before.covariance ? known : jointState(opened, offsets, sigmaDay ** 2)
  let { logWeight } = opened
  for (const reading of [...readings.filter(isMeasured), ...readings.filter((one) => !isMeasured(one))]) {
    const told = learn(joint, reading, rules)
    logWeight += told.logLikelihood
    if (told.surprising) review.add(reading.exercise)
  }
  const after = withoutDay(joint, opened, offsets)
  const state = after.state.map((value, index) => (index === 3 ? clamp(value, -logSlopeMax, logSlopeMax) : value))
  return { ...after, state, side: opened.side, logWeight }
}

function isMeasured({ lowerBound }: Reading): boolean {
  return !lowerBound
}

/** Opens the ability anew when two sessions in a row lay far off on the same side. */
function recovered(
  hypothesis: Hypothesis,
  readings: readonly Reading[],
  joint: JointState,
  rules: TrainingRules,
): Hypothesis {
  const side = sideOf(readings, joint, rules)
  if (side === 0 || side !== hypothesis.side) return { ...hypothesis, side }
  return withAbilityOpened(hypothesis, rules.ability.twoHypotheses.recovery.variance)
}

type Told = { readonly logLikelihood: number; readonly surprising: boolean }

/** Takes one reading into the joint state. */
function learn(joint: JointState, reading: Reading, rules: TrainingRules): Told {
  const slopes = slopesOf(reading, joint)
  const direction = covarianceWith(slopes, joint)
  const spread = Math.sqrt(inner(slopes, direction) + reading.variance)
  const distance = (reading.observed - reading.expected - inner(slopes, joint.moved)) / spread
  return reading.lowerBound
    ? learnBound(joint, direction, spread, distance, rules)
    : learnMeasured(joint, direction, spread, distance, rules)
}

function learnMeasured(
  joint: JointState,
  direction: Float64Array,
  spread: number,
  distance: number,
  rules: TrainingRules,
): Told {
  const { clipDeviations: clip, weighing, reviewDeviations } = rules.ability.twoHypotheses
  const shrink = Math.min(1, clip / Math.abs(distance)) ** 2
  absorb(joint, direction, clamp(distance, -clip, clip) / spread, shrink / spread ** 2)
  return {
    logLikelihood: -Math.min(distance ** 2, weighing.squaredInnovationMax) / 2 - Math.log(spread),
    surprising: Math.abs(distance) > reviewDeviations,
  }
}

/** Truncates the expectation from below at a reading that says only "at least". */
function learnBound(
  joint: JointState,
  direction: Float64Array,
  spread: number,
  distance: number,
  rules: TrainingRules,
): Told {
  const { clipDeviations, lowerBoundFloor, weighing, reviewDeviations } = rules.ability.twoHypotheses
  const bound = clamp(distance, -lowerBoundFloor, clipDeviations)
  const above = normalCumulative(-bound)
  const hazard = normalDensity(bound) / above
  absorb(joint, direction, hazard / spread, (hazard * (hazard - bound)) / spread ** 2)
  return {
    logLikelihood: Math.log(Math.max(above, weighing.probabilityMin)),
    surprising: distance > reviewDeviations,
  }
}

/** Scales the weights so that the larger is 1, and none falls below a floor. */
function reweighed([fits, off]: Hypotheses, floor: number): Hypotheses {
  const largest = Math.max(fits.logWeight, off.logWeight)
  const scaled = (one: Hypothesis) => ({ ...one, logWeight: Math.max(one.logWeight - largest, floor) })
  return [scaled(fits), scaled(off)]
}
