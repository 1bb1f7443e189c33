import { type DomainEvent, event } from '#domain/event/event.js'
import type { TrainingChanges } from './training-changes.js'
import type { TrainingDecision, TrainingState } from './training-state.js'

/**
 * Lists what happened to an athlete's training through a change of facts: new and changed
 * decisions, masteries, goals reached.
 */
export function trainingEvents(
  before: TrainingState,
  after: TrainingState,
  { decisions, goals }: TrainingChanges,
  now: Date,
): DomainEvent[] {
  return [
    ...decisions.written.map((decision) => decisionEvent(decision, now)),
    ...masteries(before, after).map((decision) => masteryEvent(decision, now)),
    ...goals.written.flatMap(({ goalId, reachedOn }) =>
      reachedOn === null ? [] : [event('goal.reached', goalId, now, { goalId, on: reachedOn })],
    ),
  ]
}

const eventOfDecision = {
  progress: 'workingSets.progressed',
  consolidate: 'workingSets.held',
  hold: 'workingSets.held',
  mastered: 'workingSets.held',
  regress: 'workingSets.regressed',
  swap_down: 'workingSets.regressed',
} as const

function decisionEvent(made: TrainingDecision, now: Date): DomainEvent {
  const { sessionId, sessionExerciseId, exerciseId, decision, reason, before, after, rulesVersion } = made
  return event(eventOfDecision[decision], sessionExerciseId, now, {
    sessionId,
    sessionExerciseId,
    exerciseId,
    decision,
    reason,
    before: [...before],
    after: [...after],
    rulesVersion,
  })
}

/** Returns the decisions by which exercises became mastered that were not mastered before. */
function masteries(before: TrainingState, after: TrainingState): TrainingDecision[] {
  const isNew = ({ exerciseId }: TrainingDecision) =>
    after.exercises.get(exerciseId)?.masteredAt && !before.exercises.get(exerciseId)?.masteredAt
  const mastering = after.decisions.filter(({ decision }) => decision === 'mastered').filter(isNew)
  return [...new Map(mastering.toReversed().map((decision) => [decision.exerciseId, decision])).values()]
}

function masteryEvent({ exerciseId, sessionId, on, inputs }: TrainingDecision, now: Date): DomainEvent {
  return event('exercise.mastered', exerciseId, now, { exerciseId, sessionId, on, standard: [...inputs.defaults] })
}
