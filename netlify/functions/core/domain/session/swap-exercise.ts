import { refuse } from '#domain/refusal.js'
import type { Session, SessionExercise } from './session.js'
import { exerciseOf, withExercise } from './session-exercises.js'
import { assertOpen } from './session-rules.js'

/**
 * Refuses with SESSION_EXERCISE_NOT_FOUND, with SESSION_NOT_OPEN when the plan can no longer be
 * changed, and with SWAP_NOT_POSSIBLE when sets of the exercise are logged: what was done stays.
 */
export function assertSwappable(session: Session, sessionExerciseId: string): void {
  const { sets } = exerciseOf(session, sessionExerciseId)
  assertOpen(session)
  if (sets.length > 0) refuse('SWAP_NOT_POSSIBLE', 'Sets are logged: delete them first, or add an exercise instead.')
}

/**
 * Plans another exercise in the place of one, which keeps its id there; refuses as
 * `assertSwappable` does.
 */
export function swapExercise(
  session: Session,
  sessionExerciseId: string,
  planAnother: (place: Pick<SessionExercise, 'id' | 'order'>) => SessionExercise,
): Session {
  assertSwappable(session, sessionExerciseId)
  const { id, order, version, createdAt, updatedAt } = exerciseOf(session, sessionExerciseId)
  return withExercise(session, { ...planAnother({ id, order }), version, createdAt, updatedAt })
}
