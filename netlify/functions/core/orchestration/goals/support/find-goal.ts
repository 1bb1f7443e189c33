import type { Goal } from '#domain/goal/goal.js'
import type { GoalId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { goalNotFound } from '#orchestration/refusals.js'
import { readTrainingWith, type TrainingWith } from '#orchestration/training/read-training-with.js'
import { findGoal as findStatement } from '#queries/goals.js'

/**
 * Reads one of the athlete's goals with their training, in one round trip. Refuses with
 * GOAL_NOT_FOUND.
 */
export async function findGoal(
  context: Context,
  id: GoalId,
): Promise<{ readonly goal: Goal; readonly training: TrainingWith<readonly []> }> {
  const { more, ...training } = await readTrainingWith(context, [findStatement({ userId: context.athleteId, id })])
  const [goal] = more
  return { goal: goal ?? goalNotFound(), training: { ...training, more: [] } }
}
