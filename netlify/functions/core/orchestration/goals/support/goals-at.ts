import type { RecordedEvent } from '#domain/event/event.js'
import type { Goal } from '#domain/goal/goal.js'
import type { GoalId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { readsAt, type Training, trainingAt } from '#orchestration/training/read-training.js'
import { listGoals } from '#queries/goals.js'

const allGoals = 100_000

/**
 * An athlete's goals as they were known at an instant, the last that was set first, with the
 * training of then.
 */
export type GoalsAt = { readonly goals: readonly Goal[]; readonly training: Training }

/**
 * Reads goals as they were known at an instant, in one round trip: terms, deadline and status come
 * from the events recorded until then; notes and version, which no event keeps, are those of today.
 * Refuses as `readTrainingAt` does.
 */
export async function readGoalsAt(context: Context, at: Date): Promise<GoalsAt> {
  const kept = listGoals({ userId: context.athleteId, status: null, afterSetOn: null, afterId: null, limit: allGoals })
  const [athlete, facts, events, goals] = await context.readAll([...readsAt(context, at), kept])
  const training = trainingAt(context, at, [athlete, facts, events])
  return { goals: goals.flatMap((goal) => goalAt(goal, events, training)), training }
}

/** A goal as it was; nothing before it was set. `events` are in the order of recording. */
function goalAt(goal: Goal, events: readonly RecordedEvent[], { state }: Training): Goal[] {
  const said = events.findLast(isTold(goal.id))
  if (!said) return []
  const { deadline, goal: terms } = said.payload
  const standing = state.goals.get(goal.id)
  const reachedOn = standing?.reachedOn ?? null
  const status = standing === undefined ? 'dropped' : reachedOn === null ? 'open' : 'reached'
  return [{ ...goal, ...terms, deadline, status, reachedOn }]
}

type Told = Extract<RecordedEvent, { type: 'goal.set' | 'goal.changed' }>

function isTold(goalId: GoalId) {
  return (event: RecordedEvent): event is Told =>
    (event.type === 'goal.set' || event.type === 'goal.changed') && event.payload.goalId === goalId
}
