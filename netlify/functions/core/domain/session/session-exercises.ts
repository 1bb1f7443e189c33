import { idTaken, refuse, refuseFaults } from '#domain/refusal.js'
import type { SessionExerciseId } from '#domain/values/id.schema.js'
import { patched } from '#domain/values/same-value.js'
import { byId } from './difference.js'
import { metricFaults } from './plan-exercise.js'
import type { Session, SessionExercise } from './session.js'
import { type EditSessionExercise, exercisesMax } from './session-exercise.schema.js'
import { assertBegun, assertOpen } from './session-rules.js'

/**
 * Returns the exercise of a session by the id it has there. Refuses with
 * SESSION_EXERCISE_NOT_FOUND.
 */
export function exerciseOf(session: Session, sessionExerciseId: SessionExerciseId): SessionExercise {
  const exercise = session.exercises.find(({ id }) => id === sessionExerciseId)
  return exercise ?? refuse('SESSION_EXERCISE_NOT_FOUND', 'The session has no such exercise.')
}

/**
 * Adds an exercise at the end of a session. One that is added to a completed session was forgotten
 * there: it is judged by the standard of today. Refuses with SESSION_NOT_OPEN when the session was
 * skipped, SESSION_FULL or ID_TAKEN.
 */
export function addExercise(session: Session, exercise: SessionExercise): Session {
  if (session.status === 'skipped') refuse('SESSION_NOT_OPEN', 'The session is skipped: reschedule it first.')
  if (session.exercises.length >= exercisesMax)
    refuse('SESSION_FULL', `A session holds at most ${exercisesMax} exercises.`)
  if (session.exercises.some(({ id }) => id === exercise.id)) throw idTaken()
  const added = session.status === 'completed' ? { ...exercise, standard: exercise.libraryStandard } : exercise
  return { ...session, exercises: inOrder([...session.exercises, added]) }
}

/**
 * Gives a session these exercises in this order: those that it does not have are added, and its others
 * go with their sets. In a completed session all stay in their places, and those that were forgotten
 * come at the end. Refuses with SESSION_NOT_OPEN, and as `addExercise` does.
 */
export function arrangeExercises(session: Session, exercises: readonly SessionExercise[]): Session {
  const old = byId(session.exercises)
  const staysInPlace = session.exercises.every(({ id }, index) => exercises[index]?.id === id)
  if (staysInPlace && exercises.length === session.exercises.length) return session
  if (!staysInPlace) assertOpen(session)
  const kept = { ...session, exercises: exercises.filter(({ id }) => old.has(id)) }
  const all = exercises.filter(({ id }) => !old.has(id)).reduce(addExercise, kept)
  return { ...all, exercises: inOrder(exercises.map(({ id }) => old.get(id) ?? exerciseOf(all, id))) }
}

/**
 * Changes the place and the plan of an exercise while the session is open, and what was done of it
 * once the session has begun. Refuses with SESSION_EXERCISE_NOT_FOUND, SESSION_NOT_OPEN,
 * METRIC_MISMATCH or INVALID_INPUT.
 */
export function editExercise(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  patch: EditSessionExercise,
): Session {
  const exercise = exerciseOf(session, sessionExerciseId)
  const { order, planned = {}, actual = {}, completed } = patch
  if (patch.planned !== undefined || order !== undefined) assertOpen(session)
  if (patch.actual !== undefined || completed !== undefined) assertBegun(session)
  refuseFaults([
    ...metricFaults(planned, exercise.exercise.metric, '/planned'),
    ...metricFaults(actual, exercise.exercise.metric, '/actual'),
    ...placeFaults(session, order),
  ])
  const plan = patched(exercise.planned, planned)
  const edited = patched(exercise, {
    planned: plan,
    plannedFrom: plan.sets === exercise.planned.sets ? undefined : 'given',
    actual: patched(exercise.actual, actual),
    completed,
  })
  return moved(withExercise(session, edited), edited.id, order)
}

/**
 * Removes an exercise with its sets from an open session. Refuses with SESSION_EXERCISE_NOT_FOUND
 * or SESSION_NOT_OPEN.
 */
export function removeExercise(session: Session, sessionExerciseId: SessionExerciseId): Session {
  const exercise = exerciseOf(session, sessionExerciseId)
  assertOpen(session)
  return { ...session, exercises: inOrder(session.exercises.filter((other) => other !== exercise)) }
}

/**
 * Refuses with SESSION_EXERCISE_NOT_FOUND, with SESSION_NOT_OPEN when the plan can no longer be
 * changed, and with SWAP_NOT_POSSIBLE when sets of the exercise are logged: performed work stays.
 */
export function assertSwappable(session: Session, sessionExerciseId: SessionExerciseId): void {
  const { sets } = exerciseOf(session, sessionExerciseId)
  assertOpen(session)
  if (sets.length > 0) refuse('SWAP_NOT_POSSIBLE', 'Sets are logged: delete them first, or add an exercise instead.')
}

/**
 * Plans another exercise in the place of one, under the same id. Refuses as `assertSwappable` does.
 */
export function swapExercise(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  planAnother: (place: Pick<SessionExercise, 'id' | 'order'>) => SessionExercise,
): Session {
  assertSwappable(session, sessionExerciseId)
  const { id, order, planned, version, createdAt, updatedAt } = exerciseOf(session, sessionExerciseId)
  const another = planAnother({ id, order })
  // it takes the place also in a superset or a circuit
  const inGroup = { ...another, planned: { ...another.planned, group: planned.group } }
  return withExercise(session, { ...inGroup, version, createdAt, updatedAt })
}

/** Replaces one exercise of a session; returns the same session when it is the same exercise. */
export function withExercise(session: Session, exercise: SessionExercise): Session {
  if (session.exercises.includes(exercise)) return session
  return { ...session, exercises: session.exercises.map((other) => (other.id === exercise.id ? exercise : other)) }
}

function moved(session: Session, sessionExerciseId: SessionExerciseId, order: number | undefined): Session {
  const exercise = exerciseOf(session, sessionExerciseId)
  if (order === undefined || order === exercise.order) return session
  const others = session.exercises.filter((other) => other !== exercise)
  return { ...session, exercises: inOrder(others.toSpliced(order - 1, 0, exercise)) }
}

/**
 * Numbers exercises from 1 in the order of the list; those that keep their place stay the same
 * objects.
 */
function inOrder(exercises: readonly SessionExercise[]): SessionExercise[] {
  return exercises.map((exercise, index) => patched(exercise, { order: index + 1 }))
}

function placeFaults({ exercises }: Session, order: number | undefined) {
  if (order === undefined || order <= exercises.length) return []
  return [{ pointer: '/order', code: 'OUT_OF_RANGE', detail: `the session has ${exercises.length} exercises` }]
}
