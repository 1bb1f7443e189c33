import { exerciseOf, removeExercise as remove } from '#domain/session/session-exercises.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeSession } from './support/change-session.js'
import { SessionExercisePath } from './support/schemas.js'

export const removeExercise = command({
  id: 'sessions.removeExercise',
  http: { method: 'DELETE', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}', status: 204 },
  summary: 'Remove an exercise from a session',
  description:
    'Removes an exercise with its sets from a session that is planned or in progress; the exercises behind it move up. ' +
    '`If-Match` names the version of the exercise.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath },
  output: null,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND', 'SESSION_NOT_OPEN', 'VERSION_MISMATCH'],
  run: (context, { params: { sessionId, sessionExerciseId } }) =>
    changeSession(
      context,
      sessionId,
      (session) => {
        expectVersion(context, exerciseOf(session, sessionExerciseId), session)
        return remove(session, sessionExerciseId)
      },
      () => undefined,
    ),
})
