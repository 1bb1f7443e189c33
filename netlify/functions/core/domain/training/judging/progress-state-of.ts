import { isModified } from '#domain/effort/modifier.schema.js'
import type { ProgressState } from '#domain/progression/progress-state.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise } from '../training-log.js'
import type { ExerciseStanding } from '../training-state.js'
import type { DecisionContext } from './decision-context.js'
import type { Work } from './judge-work.js'
import { inNumber } from './working-sets.js'

/** Returns what progression looks at: the targets in the place of the working sets. */
export function progressStateOf(
  standing: ExerciseStanding,
  { targets }: Work,
  { exercise, facts: { metric }, rules }: Pick<DecisionContext, 'exercise' | 'facts' | 'rules'>,
): ProgressState {
  const { overStreak, failStreak, masteryCount, masteredAt } = standing
  const counters = { overStreak, failStreak, masteryCount, mastered: masteredAt !== null }
  const defaults = inNumber(exercise.standard.sets, targets)
  if (rules.judging.heldAgainst === 'working-sets') return { metric, defaults, working: targets, ...counters }
  return {
    metric,
    defaults,
    working: targets,
    ...counters,
    ceilings: ceilingsOf(exercise, { targets, defaults, metric }, rules),
    masters: canMaster(exercise, targets, rules),
  }
}

/**
 * Returns how far the sets may rise: to the standard, to the largest target where the way to the next
 * exercise is bridged, and with a modifier to a multiple of the standard.
 */
function ceilingsOf(
  { modifier }: LoggedExercise,
  { targets, defaults, metric }: Pick<ProgressState, 'defaults' | 'metric'> & Pick<Work, 'targets'>,
  { judging, coach }: TrainingRules,
): number[] {
  const largest = Math.max(...targets)
  const { modifiedFactor, max } = coach.target
  const isBeyond = judging.modifiers === 'own-sets' && isModified(modifier)
  return defaults.map((amount) => Math.max(largest, isBeyond ? Math.min(modifiedFactor * amount, max[metric]) : amount))
}

/** A mastery takes the exercise as the library describes it, and more than a single set where it has more. */
function canMaster(
  { modifier, standard }: LoggedExercise,
  targets: readonly number[],
  { judging }: TrainingRules,
): boolean {
  if (judging.modifiers === 'own-sets' && isModified(modifier)) return false
  return targets.length >= Math.min(judging.mastery.setsMin, standard.sets.length)
}
