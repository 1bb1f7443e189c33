import { type DomainEvent, event } from '#domain/event/event.js'
import { type SetPrescription, targetsOf } from '#domain/library/sets.schema.js'
import { setsFaults } from '#domain/library/sets-faults.js'
import { refuse } from '#domain/refusal.js'
import type { Moment, Session, SessionExercise } from './session.js'

type DecidedAt = Pick<Moment, 'now' | 'rules'>

/**
 * Returns the directive by which an athlete replaces the working sets that were decided with sets
 * of their own. Refuses with METRIC_MISMATCH.
 */
export function overridingEvent(
  session: Session,
  exercise: SessionExercise,
  sets: readonly SetPrescription[],
  moment: DecidedAt,
): DomainEvent {
  const faults = setsFaults(sets, exercise.exercise.metric, '/sets')
  if (faults.length > 0) refuse('METRIC_MISMATCH', 'The sets are not of the metric of the exercise.', faults)
  const { now, rules } = moment
  return event('decision.overridden', exercise.id, now, {
    ...placeOf(session, exercise),
    sets: targetsOf(sets),
    rulesVersion: rules.version,
  })
}

/** Returns the directive by which an athlete stands by a performance that was held for review. */
export function confirmingEvent(session: Session, exercise: SessionExercise, { now, rules }: DecidedAt): DomainEvent {
  return event('observation.confirmed', exercise.id, now, {
    ...placeOf(session, exercise),
    rulesVersion: rules.version,
  })
}

function placeOf({ id: sessionId, date: on }: Session, { id: sessionExerciseId, exercise }: SessionExercise) {
  return { sessionId, sessionExerciseId, exerciseId: exercise.id, on }
}
