import type { TrainingRules } from '#domain/rules/training-rules.js'
import { normalCumulative } from './normal-distribution.js'

/**
 * What is known of an athlete in one category: a Gaussian on the level axis (mean in levels,
 * variance in levels squared). Store it with the day of the last observation and age it once from
 * there (`ageAbility`).
 */
export type Ability = { readonly mean: number; readonly variance: number }

/**
 * Where an athlete starts: half a level into the self-assessed one, or a wide guess when it was not
 * asked (null).
 */
export function initialAbility(selfAssessedLevel: number | null, rules: TrainingRules): Ability {
  const { selfAssessed, unknown } = rules.ability.start
  if (selfAssessedLevel === null) return unknown
  return { mean: selfAssessedLevel + selfAssessed.offset, variance: selfAssessed.variance }
}

/** Standard deviation as reported, in levels: the athlete's own and the library's calibration. */
export function abilityDeviation(ability: Ability, rules: TrainingRules): number {
  return Math.sqrt(ability.variance + rules.ability.sigmaCalibration ** 2)
}

/** The interval that holds the ability with 90 % probability, in levels. */
export function abilityInterval90(ability: Ability, rules: TrainingRules): readonly [number, number] {
  const reach = rules.ability.interval90Deviations * abilityDeviation(ability, rules)
  return [ability.mean - reach, ability.mean + reach]
}

/**
 * Probability that the ability is at least `difficulty`, 0-1. At a skill's difficulty the maximum
 * is its default.
 */
export function probabilityAtLeast(ability: Ability, difficulty: number, rules: TrainingRules): number {
  return normalCumulative((ability.mean - difficulty) / abilityDeviation(ability, rules))
}

/** The highest level reached with enough certainty, else 0. */
export function levelFromAbility(ability: Ability, rules: TrainingRules): number {
  const { max, probabilityMin } = rules.ability.level
  for (let level = max; level >= 1; level -= 1) {
    if (probabilityAtLeast(ability, level, rules) >= probabilityMin) return level
  }
  return 0
}
