import { SessionExerciseAnswer } from '#domain/session/session-exercise.schema.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import { query } from '#orchestration/operation.js'
import { loadShown } from './support/load-session.js'
import { presentExercise } from './support/present-session.js'
import { SessionExercisePath } from './support/schemas.js'

export const getSessionExercise = query({
  id: 'sessions.getExercise',
  http: { method: 'GET', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}', status: 200 },
  summary: 'Get an exercise of a session',
  description: 'What was planned and what was done, with every logged set. Its `ETag` is what changes of it compare.',
  access: { scope: 'sessions:read' },
  input: { params: SessionExercisePath },
  output: SessionExerciseAnswer,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND'],
  run: async (context, { params: { sessionId, sessionExerciseId } }) => {
    const { session } = await loadShown(context, sessionId)
    return presentExercise(exerciseOf(session, sessionExerciseId))
  },
})
