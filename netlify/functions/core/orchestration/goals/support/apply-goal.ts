import type { Goal } from '#domain/goal/goal.js'
import { type GoalEvent, goalDirective } from '#domain/goal/goal-events.js'
import type { Context } from '#orchestration/context.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import type { TrainingNow } from '#orchestration/training/read-training-with.js'
import type { TrainingChange } from '#orchestration/training/training-change.js'

/** Records what an athlete decided about a goal, with what follows for their training. */
export async function applyGoal(
  context: Context,
  type: GoalEvent,
  goal: Goal,
  training: TrainingNow,
): Promise<TrainingChange> {
  const { now, rules } = context
  const directive = goalDirective(type, goal, training, { now, today: training.athlete.today, rules })
  return applyDirectives(context, [directive], training)
}
