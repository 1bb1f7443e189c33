import { type DomainEvent, event } from '#domain/event/event.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import { changedFields } from './changed-fields.js'
import { byId, exerciseDifference } from './difference.js'
import type { Session } from './session.js'
import type { SessionExercise } from './session-exercise.js'

/** An exercise as facts keep its plan. */
export function plannedFact({ id, exercise, order, planned }: SessionExercise) {
  return { id, exerciseId: exercise.id, order, targets: targetsOf(planned.sets) }
}

/** What happened to the exercises of a session: added, changed, done or not, removed. */
export function exerciseEvents(before: Session, after: Session, now: Date): DomainEvent[] {
  const { inserted, updated, deleted } = exerciseDifference(before, after)
  const old = byId(before.exercises)
  const sessionId = after.id
  return [
    ...deleted.map(({ id, exercise }) =>
      event('sessionExercise.removed', id, now, { sessionId, sessionExerciseId: id, exerciseId: exercise.id }),
    ),
    ...inserted.map((item) => event('sessionExercise.added', item.id, now, { sessionId, exercise: plannedFact(item) })),
    ...updated.flatMap((item) => changeEvents(sessionId, old.get(item.id) ?? item, item, now)),
  ]
}

function changeEvents(sessionId: string, before: SessionExercise, after: SessionExercise, now: Date): DomainEvent[] {
  const { id, completed } = after
  const fields = [
    ...changedFields(before, after, ['order']),
    ...(before.exercise.id === after.exercise.id ? [] : ['exercise']),
    ...changedFields(before.planned, after.planned, ['sets', 'tempo', 'restSeconds', 'notes']).map(
      (name) => `planned.${name}`,
    ),
    ...changedFields(before.actual, after.actual, ['tempo', 'restSeconds', 'notes']).map((name) => `actual.${name}`),
  ]
  const place = { sessionId, sessionExerciseId: id, exerciseId: after.exercise.id }
  return [
    ...(fields.length > 0
      ? [event('sessionExercise.changed', id, now, { sessionId, exercise: plannedFact(after), fields })]
      : []),
    ...(completed !== before.completed ? [event('exercise.completed', id, now, { ...place, completed })] : []),
  ]
}
