import { estimateMax, measuredReserve } from '#domain/effort/estimate-max.js'
import type { PerformedSet } from '#domain/effort/performed-set.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Ability } from './ability.js'

/**
 * The one set that speaks for an exercise in a session (see `mostTellingSet`), and the exercise's
 * place in the library.
 */
export type AbilityObservation = PerformedSet & {
  /** Difficulty on the level axis. */
  readonly difficulty: number
  /** Default of the exercise's first set, in reps or seconds. */
  readonly defaultAmount: number
  /** Variance in levels squared beside that of a set that was seen; none when left out. */
  readonly toldVariance?: number
}

/**
 * An observation on the level axis: where it points, its own variance, and whether it says only "at
 * least".
 */
export type Measurement = { readonly level: number; readonly variance: number; readonly lowerBound: boolean }

/** Turns a set into a measurement: ln(max / default) = kappa (ability - difficulty) + noise. */
export function measure(observation: AbilityObservation, rules: TrainingRules): Measurement {
  const { kappa, estimateMin, sigmaExercise, error } = rules.ability
  const { estimate, lowerBoundOnly } = estimateMax(observation, rules)
  const maximum = Math.max(estimate, estimateMin)
  const unrated = observation.failed && observation.rpe === null ? error.unratedFailureVariance : 0
  return {
    level: observation.difficulty + Math.log(maximum / observation.defaultAmount) / kappa,
    variance:
      sigmaExercise ** 2 +
      (relativeError(observation, maximum, rules) / kappa) ** 2 +
      unrated +
      (observation.toldVariance ?? 0),
    lowerBound: lowerBoundOnly,
  }
}

/**
 * Returns how many standard deviations a measurement lies above what was expected, negative when it
 * lies below; -2 twice in a row is a drop.
 */
export function standardisedResidual(ability: Ability, measurement: Measurement, rules: TrainingRules): number {
  const expectedVariance = ability.variance + dayVariance(rules) + measurement.variance
  return (measurement.level - ability.mean) / Math.sqrt(expectedVariance)
}

/**
 * Returns the variance of an athlete's form on a day, in levels squared; all exercises of that day
 * share it.
 */
export function dayVariance(rules: TrainingRules): number {
  return (rules.ability.sigmaDay / rules.ability.kappa) ** 2
}

/** Returns the standard error of the estimated maximum, as a share of it. */
function relativeError(set: PerformedSet, maximum: number, rules: TrainingRules): number {
  const { error } = rules.ability
  const reserve = measuredReserve(set, rules)
  if (set.metric === 'reps') return (error.repsBase + error.repsPerRepInReserve * reserve) / maximum
  const clock = error.clockSeconds / Math.max(maximum, 1)
  return error.durationShareBase + error.durationSharePerRpePoint * reserve + clock
}
