import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import type { Ability } from './ability.js'
import { type AbilityObservation, dayVariance, type Measurement, measure, standardisedResidual } from './measurement.js'
import { normalHazard } from './normal-distribution.js'

export type AbilityUpdate = {
  readonly ability: Ability
  /** Indices of the observations that lie too far from what is known to be used. */
  readonly held: readonly number[]
  /**
   * Indices of the held observations that an athlete should see. An easy set far below what is
   * known is not among them: it would have changed nothing.
   */
  readonly review: readonly number[]
}

/**
 * Updates an ability with the observations of one session in one category, one per exercise: a
 * Kalman filter on the level axis for the measured ones together, then the largest lower bound as a
 * truncated Gaussian. Age the ability to the day first.
 *
 * The order of the observations does not matter. Holding observations back keeps a typing error
 * such as 80 for 8 from moving a level; held does not mean wrong (see `updateAbilityConfirmed`).
 */
export function updateAbility(
  ability: Ability,
  observations: readonly AbilityObservation[],
  rules: TrainingRules,
): AbilityUpdate {
  const measurements = observations.map((observation) => measure(observation, rules))
  const isHeld = (measurement: Measurement) =>
    Math.abs(standardisedResidual(ability, measurement, rules)) > rules.ability.reviewGateDeviations
  const used = measurements.filter((measurement) => !isHeld(measurement))
  const held = measurements.flatMap((measurement, index) => (isHeld(measurement) ? [index] : []))
  return {
    ability: withLowerBounds(withMeasured(ability, used, rules), used, rules),
    held,
    review: held.filter((index) => deservesReview(ability, measurements[index])),
  }
}

/**
 * Repeats an update once the athlete has confirmed a held entry. A wide variance puts aside what
 * was known (product default).
 */
export function updateAbilityConfirmed(
  ability: Ability,
  observations: readonly AbilityObservation[],
  rules: TrainingRules,
): AbilityUpdate {
  return updateAbility({ ...ability, variance: rules.ability.confirmedVariance }, observations, rules)
}

/**
 * Updates an ability with the measured exercises of one day. They share the form of that day, so
 * they are weighted together before its variance is added.
 */
function withMeasured(ability: Ability, used: readonly Measurement[], rules: TrainingRules): Ability {
  const measured = used.filter(({ lowerBound }) => !lowerBound)
  if (measured.length === 0) return ability
  const weight = sum(measured.map(({ variance }) => 1 / variance))
  const level = sum(measured.map(({ level, variance }) => level / variance)) / weight
  const gain = ability.variance / (ability.variance + dayVariance(rules) + 1 / weight)
  return { mean: ability.mean + gain * (level - ability.mean), variance: (1 - gain) * ability.variance }
}

/** Truncates the Gaussian from below at the largest "at least this much", softened by its noise. */
function withLowerBounds(ability: Ability, used: readonly Measurement[], rules: TrainingRules): Ability {
  const bounds = used.filter(({ lowerBound }) => lowerBound).map(({ level }) => level)
  if (bounds.length === 0) return ability
  const { mean, variance } = ability
  const spread = Math.sqrt(variance + dayVariance(rules) + rules.ability.sigmaExercise ** 2)
  const distance = (Math.max(...bounds) - mean) / spread
  const hazard = normalHazard(distance)
  return {
    mean: mean + (variance / spread) * hazard,
    variance: variance - (variance ** 2 / spread ** 2) * hazard * (hazard - distance),
  }
}

function deservesReview(ability: Ability, measurement: Measurement | undefined): boolean {
  return measurement !== undefined && (!measurement.lowerBound || measurement.level > ability.mean)
}
