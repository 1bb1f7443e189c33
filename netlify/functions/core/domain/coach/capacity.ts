import type { Ability } from '#domain/ability/ability.js'
import { dayVariance } from '#domain/ability/measurement.js'
import { normalCumulative } from '#domain/ability/normal-distribution.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CoachExercise } from './coach-exercise.js'

/** What a chance or a maximum is asked of. */
type Measured = Pick<CoachExercise, 'metric' | 'difficulty' | 'defaults'>

/** Returns today's standard of an exercise, in reps or seconds: the default of its first set. */
export function standardOf({ defaults }: Pick<CoachExercise, 'defaults'>): number {
  return defaults[0] ?? 1
}

/**
 * Returns the most that an ability is expected to do in one set, in reps or seconds: the default
 * times e for each level above the difficulty.
 *
 * @param modifierLevels levels that a modifier adds to the difficulty.
 */
export function capacityOf(
  exercise: Measured,
  { mean }: Pick<Ability, 'mean'>,
  modifierLevels: number,
  rules: TrainingRules,
): number {
  return standardOf(exercise) * Math.exp(rules.ability.kappa * (mean - exercise.difficulty - modifierLevels))
}

/** Sets of one target, perhaps made harder by a modifier. */
export type Demand = { readonly target: number; readonly sets: number; readonly modifierLevels?: number }

/**
 * Returns the probability (0-1) that an ability does the target in every set and keeps something in
 * reserve: the last set is the hardest, and asks for a rep or a tenth of a hold more.
 */
export function chanceOf(exercise: Measured, ability: Ability, demand: Demand, rules: TrainingRules): number {
  const { reps, durationFactor } = rules.selection.reserve
  const withReserve = exercise.metric === 'reps' ? demand.target + reps : demand.target * durationFactor
  const needed = withReserve / rules.coach.target.keptPerSet ** (demand.sets - 1)
  const levelsNeeded = Math.log(needed / standardOf(exercise)) / rules.ability.kappa
  const above = ability.mean - exercise.difficulty - (demand.modifierLevels ?? 0) - levelsNeeded
  return normalCumulative(above / Math.sqrt(ability.variance + dayVariance(rules)))
}
