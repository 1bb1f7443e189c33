import type { Goal } from '#domain/goal/goal.js'
import { goalDays } from '#domain/goal/goal-points.js'
import type { GoalId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { goalNotFound } from '#orchestration/refusals.js'
import { readTrainingWith, type TrainingWith } from '#orchestration/training/read-training-with.js'
import { findGoal as findStatement } from '#queries/goals.js'

type FoundGoal<Found> = { readonly goal: Found; readonly training: TrainingWith<readonly []> }

/**
 * Reads one of the athlete's goals with their training, in one round trip; null when they have no
 * such goal.
 */
export async function lookForGoal(context: Context, id: GoalId): Promise<FoundGoal<Goal | null>> {
  const { more, ...training } = await readTrainingWith(context, { recentDays: goalDays(context.rules) }, [
    findStatement({ userId: context.athleteId, id }),
  ])
  return { goal: more[0], training: { ...training, more: [] } }
}

/** Reads a goal as `lookForGoal` does. Refuses with GOAL_NOT_FOUND. */
export async function findGoal(context: Context, id: GoalId): Promise<FoundGoal<Goal>> {
  const { goal, training } = await lookForGoal(context, id)
  return { goal: goal ?? goalNotFound(), training }
}
