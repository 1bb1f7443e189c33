import type { TrainingRules } from '#domain/rules/training-rules.js'
import { normalCumulative } from './normal-distribution.js'

/**
 * An athlete's estimated strength in one category: a Gaussian on the level axis (mean in levels,
 * variance in levels squared). Store it with the day of the last observation and age it once from
 * there (`ageAbility`).
 */
export type Ability = { readonly mean: number; readonly variance: number }

/**
 * Returns where an athlete starts: half a level into the self-assessed level, or a wide guess when
 * the athlete was not asked (null).
 */
export function initialAbility(selfAssessedLevel: number | null, rules: TrainingRules): Ability {
  const { selfAssessed, unknown } = rules.ability.start
  if (selfAssessedLevel === null) return unknown
  return { mean: selfAssessedLevel + selfAssessed.offset, variance: selfAssessed.variance }
}

/**
 * Returns the standard deviation as reported, in levels: the athlete's own uncertainty and that of
 * the library's calibration together. The variance of the second model holds both already.
 */
export function abilityDeviation(ability: Ability, rules: TrainingRules): number {
  const { model, sigmaCalibration } = rules.ability
  return Math.sqrt(ability.variance + (model === 'one-gaussian' ? sigmaCalibration ** 2 : 0))
}

/** Returns the interval that holds the ability with 90 % probability, in levels. */
export function abilityInterval90(ability: Ability, rules: TrainingRules): readonly [number, number] {
  const reach = rules.ability.interval90Deviations * abilityDeviation(ability, rules)
  return [ability.mean - reach, ability.mean + reach]
}

/**
 * Returns the probability, 0-1, that the ability is at least `difficulty`. An ability equal to a
 * skill's difficulty means that the skill's default is the athlete's maximum.
 */
export function probabilityAtLeast(ability: Ability, difficulty: number, rules: TrainingRules): number {
  return normalCumulative((ability.mean - difficulty) / abilityDeviation(ability, rules))
}

/** Returns the highest level that is reached with enough certainty, else 0. */
export function levelFromAbility(ability: Ability, rules: TrainingRules): number {
  const { max, probabilityMin } = rules.ability.level
  for (let level = max; level >= 1; level -= 1) {
    if (probabilityAtLeast(ability, level, rules) >= probabilityMin) return level
  }
  return 0
}
