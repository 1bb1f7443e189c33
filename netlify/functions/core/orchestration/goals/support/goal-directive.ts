import { type DomainEvent, event } from '#domain/event/event.js'
import { type Goal, termsOf } from '#domain/goal/goal.js'
import { momentOfGoal } from '#domain/goal/moment-of-goal.js'
import type { Context } from '#orchestration/context.js'
import { applyDirectives } from '#orchestration/training/apply-directives.js'
import type { TrainingWith } from '#orchestration/training/read-training-with.js'
import type { TrainingChange } from '#orchestration/training/training-change.js'

type GoalEvent = 'goal.set' | 'goal.changed' | 'goal.dropped'

/** Records what an athlete decided about a goal, with what follows for their training. */
export function goalDirective(
  context: Context,
  type: GoalEvent,
  goal: Goal,
  training: TrainingWith<readonly []>,
): TrainingChange {
  const { on, at } = momentOfGoal(training.trainingLog, goal.id, training.athlete.today, context.now)
  const directive = directiveEvent(type, goal, { on, at, rulesVersion: context.rules.version })
  return applyDirectives(context, [directive], training)
}

type Moment = { readonly on: string; readonly at: Date; readonly rulesVersion: string }

function directiveEvent(type: GoalEvent, goal: Goal, { on, at, rulesVersion }: Moment): DomainEvent {
  const { id: goalId, deadline } = goal
  return type === 'goal.dropped'
    ? event(type, goalId, at, { goalId, on, rulesVersion })
    : event(type, goalId, at, { goalId, on, goal: termsOf(goal), deadline, rulesVersion })
}
