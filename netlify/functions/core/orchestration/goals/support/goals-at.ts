import { bestSetsOf, goalsLookSince } from '#domain/goal/best-set.js'
import type { Goal } from '#domain/goal/goal.js'
import { goalsAt } from '#domain/goal/goal-events.js'
import type { Context } from '#orchestration/context.js'
import { readsAt, trainingAt } from '#orchestration/training/read-training.js'
import { listGoals } from '#queries/goals.js'
import type { GoalTraining } from './present-goal.js'

const allGoals = 100_000

/** An athlete's goals at an instant, newest first, with the training of that time. */
export type GoalsAt = { readonly goals: readonly Goal[]; readonly training: GoalTraining }

/**
 * Reads goals as they were known at an instant, in one round trip. Terms, deadline and status come
 * from the events recorded until then; notes and version are today's, because no event keeps them.
 * Refuses as `readTrainingAt` does.
 */
export async function readGoalsAt(context: Context, at: Date): Promise<GoalsAt> {
  const kept = listGoals({ userId: context.athleteId, status: null, afterSetOn: null, afterId: null, limit: allGoals })
  const [athlete, facts, events, goals] = await context.readAll([...readsAt(context, at), kept])
  const training = await trainingAt(context, at, [athlete, facts, events])
  const { athlete: known, trainingLog, state } = training
  const bestSets = bestSetsOf(trainingLog.sessions, goalsLookSince(known.today, context.rules))
  return { goals: goalsAt(goals, events, state), training: { ...training, bestSets } }
}
