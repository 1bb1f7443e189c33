import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Ability } from './ability.js'

/**
 * Returns the ability after days without an observation in the category: less certain each day, and
 * lower once two weeks have passed (size after Bosquet 2013; drift is a product default).
 *
 * Age once, from the day of the last observation to the day of the question. In steps the grace
 * days would start anew each time: 30 days at once lower the mean by 0.096, thirty steps of a day
 * by nothing.
 *
 * @param gapDays whole days since the last observation.
 */
export function ageAbility(ability: Ability, gapDays: number, rules: TrainingRules): Ability {
  const { driftVariancePerDay, decay, varianceMax } = rules.ability
  const idleDays = Math.max(0, gapDays - decay.graceDays)
  return {
    mean: ability.mean - Math.min(decay.levelsMax, decay.levelsPerDay * idleDays),
    variance: Math.min(ability.variance + driftVariancePerDay * gapDays, varianceMax),
  }
}
