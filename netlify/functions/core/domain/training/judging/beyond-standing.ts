import { isModified } from '#domain/effort/modifier.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise } from '../training-log.js'
import type { ExerciseStanding } from '../training-state.js'

/**
 * Returns where an athlete stands in an exercise as it was planned. With a modifier that is a standing
 * of its own, which begins with the plan when the modifier is another one.
 */
export function standingWith(
  standing: ExerciseStanding,
  { modifier }: Pick<LoggedExercise, 'modifier'>,
  { judging }: TrainingRules,
): ExerciseStanding {
  if (judging.modifiers === 'left-out' || !isModified(modifier)) return standing
  const { beyond } = standing
  const known = beyond?.modifier === modifier ? beyond : { working: null, overStreak: 0, failStreak: 0 }
  return { ...standing, ...known, masteryCount: 0 }
}

/**
 * Puts what followed with a modifier where it belongs, and leaves the working sets and the way to a
 * mastery without one as they were.
 */
export function mergedStanding(
  before: ExerciseStanding,
  after: ExerciseStanding,
  { modifier }: Pick<LoggedExercise, 'modifier'>,
  { judging }: TrainingRules,
): ExerciseStanding {
  if (judging.modifiers === 'left-out' || !isModified(modifier)) return after
  const { overStreak, failStreak, working } = after
  return {
    ...after,
    working: before.working,
    overStreak: before.overStreak,
    failStreak: before.failStreak,
    masteryCount: before.masteryCount,
    beyond: { modifier, working: working ?? [], overStreak, failStreak },
  }
}
