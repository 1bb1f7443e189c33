import { EditSessionExercise, SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { editExercise, exerciseOf } from '#domain/session/session-exercises.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeSession } from './support/change-session.js'
import { presentExercise } from './support/present-session.js'
import { SessionExercisePath } from './support/schemas.js'

export const updateExercise = command({
  id: 'sessions.updateExercise',
  http: { method: 'PATCH', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}', status: 200 },
  summary: 'Change an exercise of a session',
  description:
    'Changes by merge patch: place and plan while the session is planned or in progress, what was done once it is in ' +
    'progress or completed. `If-Match` names the version of the exercise.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath, body: EditSessionExercise },
  output: SessionExerciseAnswer,
  refusals: [
    'SESSION_NOT_FOUND',
    'SESSION_EXERCISE_NOT_FOUND',
    'SESSION_NOT_OPEN',
    'METRIC_MISMATCH',
    'VERSION_MISMATCH',
  ],
  run: (context, { params: { sessionId, sessionExerciseId }, body }) =>
    changeSession(
      context,
      sessionId,
      (session) => {
        expectVersion(context, exerciseOf(session, sessionExerciseId), session)
        return editExercise(session, sessionExerciseId, body)
      },
      (session) => presentExercise(exerciseOf(session, sessionExerciseId)),
    ),
})
