import { SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { editExercise, exerciseOf } from '#domain/session/session-exercises.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeSession } from './support/change-session.js'
import { presentExercise } from './support/present-session.js'
import { SessionExercisePath } from './support/schemas.js'

export const finishExercise = command({
  id: 'sessions.finishExercise',
  http: { method: 'POST', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/done', status: 200 },
  summary: 'Mark an exercise as done',
  description:
    'Marks an exercise of a session in progress or completed as done; one that is done is answered as it is. `If-Match` ' +
    'names the version of the exercise.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath },
  output: SessionExerciseAnswer,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND', 'SESSION_NOT_OPEN', 'VERSION_MISMATCH'],
  run: (context, { params: { sessionId, sessionExerciseId } }) =>
    changeSession(
      context,
      sessionId,
      (session) => {
        expectVersion(context, exerciseOf(session, sessionExerciseId), session)
        return editExercise(session, sessionExerciseId, { completed: true })
      },
      (session) => presentExercise(exerciseOf(session, sessionExerciseId)),
    ),
})
