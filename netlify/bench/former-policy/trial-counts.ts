import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingDecision } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { isTrialSuccess, type TrialCounts } from './sampling/sampling.js'

/**
 * Counts how the sessions of each exercise went, by its id, from the decisions that followed them.
 */
export function trialCounts(
  decisions: readonly TrainingDecision[],
  rules: TrainingRules,
): ReadonlyMap<ExerciseId, TrialCounts> {
  const counts = new Map<ExerciseId, TrialCounts>()
  for (const { exerciseId, completion, inputs } of decisions) {
    const { successes, failures } = counts.get(exerciseId) ?? noTrials
    const success = isTrialSuccess({ completion, rpe: inputs.rpeLast, pain: inputs.pain }, rules)
    counts.set(exerciseId, success ? { successes: successes + 1, failures } : { successes, failures: failures + 1 })
  }
  return counts
}

/** The counts of an exercise that was never trained. */
export const noTrials: TrialCounts = { successes: 0, failures: 0 }
