import type { TrainingRules } from '#domain/rules/training-rules.js'
import { clamp } from '#domain/values/clamp.js'
import { elementAt } from '#domain/values/element-at.js'
import type { AbilityObservation } from '../measurement.js'

/** An observation with what it was planned as, and of which exercise it is. */
export type SessionObservation = AbilityObservation & {
  /** A key of the exercise that never changes. */
  readonly exercise: string
  /** Reps or seconds; null when there was no plan, which is then the default. */
  readonly planned: number | null
}

/**
 * What a set says, linearised at an ability: ln(max / default) as observed and as expected, its own
 * variance, and how the expectation moves with each part of the state.
 */
export type Reading = {
  readonly exercise: string
  /** A set that did not fail and was not rated, or was rated as easy, says only "at least". */
  readonly lowerBound: boolean
  readonly observed: number
  readonly expected: number
  readonly variance: number
  /** By ability and by ln(slope). An offset moves it as the ability does, the other way. */
  readonly byAbility: number
  readonly byUnderReported: number
  readonly byLogSlope: number
}

type Effort = 'failed' | 'rated' | 'easy' | 'unrated'

/**
 * Reads an observation at a state (ability, growth, reserve reported too few, ln slope) and the
 * offset of its exercise: ln(max / default) = slope (ability - difficulty - offset).
 */
export function readSet(
  observation: SessionObservation,
  state: readonly number[],
  offset: number,
  rules: TrainingRules,
): Reading {
  const { reach, sigmaSet } = rules.ability.twoHypotheses
  const [ability, underReported, logSlope] = [elementAt(state, 0), elementAt(state, 2), elementAt(state, 3)]
  const slope = Math.exp(logSlope)
  const above = ability - observation.difficulty - offset
  const expected = slope * above
  const maximum = Math.max(1, observation.defaultAmount * Math.exp(clamp(expected, -reach.levels, reach.levels)))
  const effort = effortOf(observation, rules)
  const reserve = predictedReserve(observation, effort, maximum, underReported, rules)
  return {
    exercise: observation.exercise,
    lowerBound: effort === 'easy' || effort === 'unrated',
    observed: Math.log(observedMaximum(observation, effort, underReported, rules) / observation.defaultAmount),
    expected,
    variance: sigmaSet ** 2 + relativeError(observation, effort, maximum, reserve, rules) ** 2,
    byAbility: slope,
    byUnderReported: byUnderReported(observation, effort, maximum, reserve, rules),
    byLogSlope: slope * clamp(above, -reach.slopeLevels, reach.slopeLevels),
  }
}

function effortOf({ failed, rpe }: SessionObservation, rules: TrainingRules): Effort {
  if (failed) return 'failed'
  if (rpe === null) return 'unrated'
  return rpe < rules.effort.ratedRpeMin ? 'easy' : 'rated'
}

/** Returns the RPE points that a set of this plan should leave; 0 when nothing was said of them. */
function predictedReserve(
  { metric, planned, defaultAmount }: SessionObservation,
  effort: Effort,
  maximum: number,
  underReported: number,
  rules: TrainingRules,
): number {
  if (effort === 'failed' || effort === 'unrated') return 0
  const target = planned ?? defaultAmount
  const left = metric === 'reps' ? maximum - target : (maximum / target - 1) / rules.effort.holdSharePerRpePoint
  return clamp(left - underReported, 0, rules.ability.twoHypotheses.reserveMax)
}

/** Returns the most that the athlete could have done, with the reserve that people leave out. */
function observedMaximum(set: SessionObservation, effort: Effort, underReported: number, rules: TrainingRules): number {
  const { estimateMin } = rules.ability
  if (effort === 'failed' || set.rpe === null) return Math.max(estimateMin, set.actual)
  const { rpeMax, easyRepsInReserve, holdSharePerRpePoint: share } = rules.effort
  const reserve = effort === 'easy' ? easyRepsInReserve : rpeMax - set.rpe
  if (set.metric === 'reps') return Math.max(estimateMin, set.actual + reserve + underReported)
  return Math.max(estimateMin, set.actual * (1 + share * reserve + share * underReported))
}

/** Returns the standard error of the maximum, as a share of it. */
function relativeError(
  { metric, rpe }: SessionObservation,
  effort: Effort,
  maximum: number,
  reserve: number,
  rules: TrainingRules,
): number {
  const { error } = rules.ability.twoHypotheses
  if (effort === 'unrated' && rpe === null) return 0
  if (metric === 'duration') {
    return error.durationShareBase + error.durationSharePerRpePoint * reserve + error.clockSeconds / maximum
  }
  if (effort === 'failed') return error.failedReps / maximum
  return (error.repsBase + error.repsPerRepInReserve * reserve) / maximum
}

function byUnderReported(
  { metric }: SessionObservation,
  effort: Effort,
  maximum: number,
  reserve: number,
  rules: TrainingRules,
): number {
  if (effort === 'failed' || effort === 'unrated') return 0
  const share = rules.effort.holdSharePerRpePoint
  return metric === 'reps' ? -1 / maximum : -share / (1 + share * reserve)
}
