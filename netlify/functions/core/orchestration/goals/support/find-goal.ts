import type { Goal } from '#domain/goal/goal.js'
import type { GoalId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { goalNotFound } from '#orchestration/refusals.js'
import { readTrainingWith, type TrainingNow } from '#orchestration/training/read-training-with.js'
import { findGoal as findStatement } from '#queries/goals.js'
import { goalBestSets } from './goal-best-sets.js'
import type { GoalTraining } from './present-goal.js'

type FoundGoal<Found> = { readonly goal: Found; readonly training: TrainingNow & GoalTraining }

/**
 * Reads one of the athlete's goals with their training, in one round trip; null when they have no
 * such goal.
 */
export async function lookForGoal(context: Context, id: GoalId): Promise<FoundGoal<Goal | null>> {
  const { more, ...training } = await readTrainingWith(context, {}, [
    findStatement({ userId: context.athleteId, id }),
    goalBestSets(context),
  ])
  const [goal, bestSets] = more
  return { goal, training: { ...training, bestSets } }
}

/** Reads a goal as `lookForGoal` does. Refuses with GOAL_NOT_FOUND. */
export async function findGoal(context: Context, id: GoalId): Promise<FoundGoal<Goal>> {
  const { goal, training } = await lookForGoal(context, id)
  return { goal: goal ?? goalNotFound(), training }
}
