import type { Ability } from '#domain/ability/ability.js'
import { dayVariance } from '#domain/ability/measurement.js'
import { normalCumulative } from '#domain/ability/normal-distribution.js'
import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The first set of an exercise as a plan would ask for it; amounts in reps or seconds. */
export type PlannedFirstSet = {
  readonly metric: Metric
  readonly difficulty: number
  readonly defaultAmount: number
  readonly target: number
}

/**
 * Returns the chance (0-1) that the athlete can do the target with one in reserve: one rep more, or
 * a tenth of the hold longer.
 */
export function successProbability(set: PlannedFirstSet, ability: Ability, rules: TrainingRules): number {
  const { reserve } = rules.selection
  const needed = set.metric === 'reps' ? set.target + reserve.reps : set.target * reserve.durationFactor
  const neededLevel = set.difficulty + Math.log(needed / set.defaultAmount) / rules.ability.kappa
  return normalCumulative((ability.mean - neededLevel) / Math.sqrt(ability.variance + dayVariance(rules)))
}
