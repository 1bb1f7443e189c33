import { PerformedSet } from '#domain/effort/set.schema.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import { targetsOf } from '#domain/library/sets.schema.js'
import type { SessionId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { byId, exerciseDifference, type PlacedSet, setDifference } from './difference.js'
import type { CompletedSession, Moment, Session, SessionExercise, Standard } from './session.js'

/** Returns what happened when a session was planned. */
export function planningEvents(
  { id, date, time, placeId, exercises }: Session,
  { now }: Pick<Moment, 'now'>,
): DomainEvent[] {
  const where = placeId === null ? {} : { placeId }
  return [
    event('session.planned', id, now, { sessionId: id, date, time, ...where, exercises: exercises.map(plannedFact) }),
  ]
}

/** Returns what happened when a session was deleted. */
export function deletionEvents({ id }: Session, { now }: Pick<Moment, 'now'>): DomainEvent[] {
  return [event('session.deleted', id, now, { sessionId: id })]
}

/** Lists what happened between two states of a session; nothing when they are the same object. */
export function sessionEvents(before: Session, after: Session, { now }: Pick<Moment, 'now'>): DomainEvent[] {
  if (before === after) return []
  return [
    ...exerciseEvents(before, after, now),
    ...setEvents(before, after, now),
    ...lifeEvents(before, after, now),
    ...editEvents(before, after, now),
  ]
}

/** Lists what happened from each state of a session to the next. */
export function eventsThrough(states: readonly Session[], moment: Pick<Moment, 'now'>): DomainEvent[] {
  return states.slice(1).flatMap((after, index) => sessionEvents(states[index] ?? after, after, moment))
}

function lifeEvents(before: Session, after: Session, now: Date): DomainEvent[] {
  const sessionId = after.id
  if (after.status === 'planned') return rescheduleEvents(before, after, now)
  if (before.status === after.status) return []
  switch (after.status) {
    case 'in_progress':
      return before.status === 'completed'
        ? [event('session.reopened', sessionId, now, { sessionId })]
        : [event('session.started', sessionId, new Date(after.startedAt), { sessionId })]
    case 'skipped':
      return [event('session.skipped', sessionId, now, { sessionId })]
    case 'completed':
      return [completion(after)]
  }
}

/** Tells that a planned session moved, or came back after it was skipped. */
function rescheduleEvents(before: Session, { id, date, time, status }: Session, now: Date): DomainEvent[] {
  if (before.status === status && before.date === date && before.time === time) return []
  return [event('session.rescheduled', id, now, { sessionId: id, from: before.date, to: date, time })]
}

function completion({
  id,
  date,
  startedAt,
  completedAt,
  durationMinutes,
  rulesVersion,
  exercises,
}: CompletedSession): DomainEvent {
  if (rulesVersion === null) throw new Error(`session ${id} was completed without rules`)
  return event('session.completed', id, new Date(completedAt), {
    sessionId: id,
    date,
    startedAt,
    completedAt,
    durationMinutes,
    rulesVersion,
    standards: exercises.flatMap(({ id: sessionExerciseId, standard }) =>
      standard ? [{ sessionExerciseId, ...standardFact(standard) }] : [],
    ),
  })
}

/**
 * Tells which fields were edited. Date and time of a planned session are told by its rescheduling, and
 * when it was trained by the event of its life that says so.
 */
function editEvents(before: Session, after: Session, now: Date): DomainEvent[] {
  const told = new Set(after.status === 'planned' ? ['date', 'time'] : [])
  const fields = [
    ...changedFields(before, after, ['date', 'time', 'level', 'placeId', 'notes']).filter((field) => !told.has(field)),
    ...(isToldByItsLife(before, after) ? [] : changedFields(timesOf(before), timesOf(after))),
  ]
  const { id, date } = after
  const moved = fields.includes('completedAt') && after.status === 'completed' ? { completedAt: after.completedAt } : {}
  return fields.length === 0 ? [] : [event('session.edited', id, now, { sessionId: id, date, fields, ...moved })]
}

/** Tells whether the event of a new state says when the session was trained. */
function isToldByItsLife(before: Session, after: Session): boolean {
  return before.status !== after.status && (after.status === 'in_progress' || after.status === 'completed')
}

function timesOf(session: Session) {
  const { durationMinutes } = session
  const startedAt = session.status === 'in_progress' || session.status === 'completed' ? session.startedAt : null
  const completedAt = session.status === 'completed' ? session.completedAt : null
  return { durationMinutes, startedAt, completedAt }
}

/**
 * Lists what happened to the sets of a session. A set was logged when it was performed; it is
 * corrected and deleted now.
 */
function setEvents(before: Session, after: Session, now: Date): DomainEvent[] {
  const { inserted, updated, deleted } = setDifference(before, after)
  const placeOf = ({ sessionExerciseId, exerciseId }: PlacedSet) => ({
    sessionId: after.id,
    sessionExerciseId,
    exerciseId,
  })
  return [
    ...deleted.map((set) => event('set.deleted', set.id, now, { ...placeOf(set), setId: set.id })),
    ...updated.map((set) => event('set.corrected', set.id, now, { ...placeOf(set), set: PerformedSet.parse(set) })),
    ...inserted.map((set) =>
      event('set.logged', set.id, new Date(set.completedAt), { ...placeOf(set), set: PerformedSet.parse(set) }),
    ),
  ]
}

/** Returns the standard of an exercise as facts keep it. */
function standardFact({ sets, difficulty, bodyMassFraction = null, bodyMassKg = null }: Standard) {
  return { sets: targetsOf(sets), difficulty, bodyMassFraction, bodyMassKg }
}

/** Returns the plan of an exercise as facts keep it. */
function plannedFact({ id, exercise, order, planned }: SessionExercise) {
  return { id, exerciseId: exercise.id, order, targets: targetsOf(planned.sets), modifier: planned.modifier }
}

/** Lists what happened to the exercises of a session: added, changed, completed or not, removed. */
function exerciseEvents(before: Session, after: Session, now: Date): DomainEvent[] {
  const { inserted, updated, deleted } = exerciseDifference(before, after)
  const old = byId(before.exercises)
  const sessionId = after.id
  return [
    ...deleted.map(({ id, exercise }) =>
      event('sessionExercise.removed', id, now, { sessionId, sessionExerciseId: id, exerciseId: exercise.id }),
    ),
    ...inserted.map((item) =>
      event('sessionExercise.added', item.id, now, {
        sessionId,
        exercise: plannedFact(item),
        standard: item.standard && standardFact(item.standard),
      }),
    ),
    ...updated.flatMap((item) => changeEvents(sessionId, old.get(item.id) ?? item, item, now)),
  ]
}

function changeEvents(sessionId: SessionId, before: SessionExercise, after: SessionExercise, now: Date): DomainEvent[] {
  const { id, completed } = after
  const fields = [
    ...changedFields(before, after, ['order']),
    ...(before.exercise.id === after.exercise.id ? [] : ['exercise']),
    ...changedFields(before.planned, after.planned, ['sets', 'modifier', 'tempo', 'restSeconds', 'notes', 'group']).map(
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
