import { type DomainEvent, event, type RecordedEvent } from '#domain/event/event.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { BeforeStatement } from '#domain/training/moment-of-directive.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { asFactsSay, type Goal, termsOf } from './goal.js'
import { momentOfGoal } from './moment-of-goal.js'

export type GoalEvent = 'goal.set' | 'goal.changed' | 'goal.dropped'

type Moment = {
  readonly now: Date
  /** Day in the athlete's zone. */
  readonly today: string
  readonly rules: TrainingRules
}

/** Returns the directive by which an athlete sets, changes or drops a goal. */
export function goalDirective(
  type: GoalEvent,
  goal: Goal,
  before: BeforeStatement,
  { now, today, rules: { version: rulesVersion } }: Moment,
): DomainEvent {
  const { id: goalId, deadline } = goal
  const { on, at } = momentOfGoal(before, goalId, today, now)
  return type === 'goal.dropped'
    ? event(type, goalId, at, { goalId, on, rulesVersion })
    : event(type, goalId, at, { goalId, on, goal: termsOf(goal), deadline, rulesVersion })
}

/**
 * Returns the goals as they were when these events were recorded, without those that were not set
 * yet. Notes and version, which no event keeps, stay as they are.
 *
 * @param events in the order of recording.
 * @param state what follows from them.
 */
export function goalsAt(
  goals: readonly Goal[],
  events: readonly RecordedEvent[],
  { goals: standings }: TrainingState,
): Goal[] {
  const lastSaid = new Map(events.filter(isSaid).map(({ payload }) => [payload.goalId, payload]))
  return goals.flatMap((goal) => {
    const said = lastSaid.get(goal.id)
    return said ? [asFactsSay({ ...goal, ...said.goal, deadline: said.deadline }, standings.get(goal.id))] : []
  })
}

type Said = Extract<RecordedEvent, { type: 'goal.set' | 'goal.changed' }>

function isSaid(event: RecordedEvent): event is Said {
  return event.type === 'goal.set' || event.type === 'goal.changed'
}
