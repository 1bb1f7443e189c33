import { idTaken, refuse, refuseFaults } from '#domain/refusal.js'
import type { SessionExerciseId, SetId } from '#domain/values/id.schema.js'
import { changedFields, patched } from '#domain/values/same-value.js'
import { createdNow, type Moment, type Session, type SessionExercise } from './session.js'
import { setLogsMax } from './session-exercise.schema.js'
import { exerciseOf, withExercise } from './session-exercises.js'
import { assertBegun, futureFaults } from './session-rules.js'
import { type CorrectSet, type LogSet, type SetLog, unsaid } from './set-log.schema.js'
import { withRoomForNotes } from './set-notes.js'
import {
  assertNumberFree,
  assertSidesAgree,
  nextSetNumber,
  plannedAt,
  setFaults,
  settled,
  withSets,
} from './set-rules.js'

/** The place of a set in its session. */
export type SetPlace = { readonly sessionExerciseId: SessionExerciseId; readonly setId: SetId }

/**
 * Returns a set of a session by its place. Refuses with SESSION_EXERCISE_NOT_FOUND or
 * SET_NOT_FOUND.
 */
export function setOf(session: Session, { sessionExerciseId, setId }: SetPlace): SetLog {
  const { sets } = exerciseOf(session, sessionExerciseId)
  return sets.find(({ id }) => id === setId) ?? refuse('SET_NOT_FOUND', 'The exercise has no such set.')
}

/** A set with the exercise of the session that it belongs to. */
type PlacedInSession = { readonly sessionExerciseId: SessionExerciseId; readonly set: SetLog }

/** Finds a set of a session by its id alone; null when the session does not have it. */
export function setById(session: Session, setId: SetId): PlacedInSession | null {
  for (const { id: sessionExerciseId, sets } of session.exercises) {
    const set = sets.find(({ id }) => id === setId)
    if (set) return { sessionExerciseId, set }
  }
  return null
}

/**
 * Returns a set of a session by its id alone.
 *
 * @throws Error when the session does not have it.
 */
export function setInSession(session: Session, setId: SetId): PlacedInSession {
  const found = setById(session, setId)
  if (!found) throw new Error(`the session ${session.id} has no set ${setId}`)
  return found
}

/**
 * Logs a performed set, also of a completed session: it was performed before, and arrives late.
 * Refuses with SESSION_EXERCISE_NOT_FOUND, SESSION_NOT_OPEN, SESSION_FULL, ID_TAKEN, CONFLICT,
 * SIDES_MIXED, METRIC_MISMATCH or INVALID_INPUT.
 */
export function logSet(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  entry: LogSet & { readonly id: SetId },
  moment: Moment,
): Session {
  const exercise = exerciseOf(session, sessionExerciseId)
  assertBegun(session)
  if (exercise.sets.length >= setLogsMax) refuse('SESSION_FULL', `An exercise keeps at most ${setLogsMax} logged sets.`)
  if (exercise.sets.some(({ id }) => id === entry.id)) throw idTaken()
  const set = newSet(exercise, entry, moment)
  refuseFaults([...setFaults(exercise, set), ...futureFaults(entry.completedAt, moment, '/completedAt')])
  assertNumberFree(exercise, set)
  assertSidesAgree(exercise, set)
  const logged = withSets(exercise, [...exercise.sets, set])
  const after = withExercise(session, session.status === 'completed' ? settled(logged) : logged)
  return withRoomForNotes(session, after)
}

/**
 * Corrects a logged set, also of a completed session. Refuses with SESSION_EXERCISE_NOT_FOUND,
 * SET_NOT_FOUND, SESSION_FULL, CONFLICT, SIDES_MIXED, METRIC_MISMATCH or INVALID_INPUT.
 */
export function correctSet(session: Session, place: SetPlace, patch: CorrectSet, moment: Moment): Session {
  const exercise = exerciseOf(session, place.sessionExerciseId)
  const set = setOf(session, place)
  const corrected = correctionOf(exercise, set, patch)
  refuseFaults([...setFaults(exercise, corrected), ...futureFaults(patch.completedAt, moment, '/completedAt')])
  assertNumberFree(exercise, corrected)
  // sets of before that are mixed stay correctable where they are
  if (changedFields(set, corrected, ['setNumber', 'side']).length > 0) assertSidesAgree(exercise, corrected)
  if (corrected === set) return session
  const sets = exercise.sets.with(exercise.sets.indexOf(set), corrected)
  return withRoomForNotes(session, withExercise(session, withSets(exercise, sets)))
}

/**
 * Deletes a logged set, also of a completed session. Refuses with SESSION_EXERCISE_NOT_FOUND or
 * SET_NOT_FOUND.
 */
export function deleteSet(session: Session, place: SetPlace): Session {
  const exercise = exerciseOf(session, place.sessionExerciseId)
  const set = setOf(session, place)
  const kept = exercise.sets.filter((other) => other !== set)
  return withExercise(session, withSets(exercise, kept))
}

/** What is said of a set; null where it is said that there is nothing. */
export type SaidOfSet = {
  readonly [Field in keyof typeof unsaid | 'setNumber' | 'completedAt']?: SetLog[Field] | undefined
}

/** Makes a set out of what is said of it, and of what was planned for its place. */
export function newSet(exercise: SessionExercise, entry: SaidOfSet & { readonly id: SetId }, moment: Moment): SetLog {
  const setNumber = entry.setNumber ?? nextSetNumber(exercise, entry.side ?? null)
  const said = patched(unsaid, entry)
  return {
    id: entry.id,
    setNumber,
    ...said,
    planned: plannedAt(exercise, { setNumber, kind: said.kind }),
    completedAt: entry.completedAt ?? moment.now.toISOString(),
    ...createdNow(moment),
  }
}

/** Lays what is said over a set; returns the same set when that is nothing new. */
export function correctionOf(exercise: SessionExercise, set: SetLog, patch: SaidOfSet): SetLog {
  const { setNumber = set.setNumber, kind = set.kind } = patch
  const isSamePlace = setNumber === set.setNumber && kind === set.kind
  return patched(set, {
    ...patch,
    // a set that takes another place is measured against what was planned there
    planned: isSamePlace ? set.planned : plannedAt(exercise, { setNumber, kind }),
  })
}
