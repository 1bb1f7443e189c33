import { exerciseOf } from '#domain/session/session-exercises.js'
import { deleteSet as remove, setOf } from '#domain/session/set-logs.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeAnySession } from './support/change-trained-session.js'
import { SetPath } from './support/schemas.js'

export const deleteSet = command({
  id: 'sessions.deleteSet',
  http: { method: 'DELETE', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/sets/{setId}', status: 204 },
  summary: 'Delete a logged set',
  description:
    "Deletes a set, also of a completed session; the numbers of the others stay. The day's summary follows, and so do later decisions.",
  access: { scope: 'sessions:write' },
  input: { params: SetPath },
  output: null,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND', 'SET_NOT_FOUND', 'VERSION_MISMATCH'],
  run: (context, { params }) =>
    changeAnySession(
      context,
      params.sessionId,
      (session) => {
        expectVersion(context, setOf(session, params), exerciseOf(session, params.sessionExerciseId), session)
        return remove(session, params)
      },
      () => undefined,
    ),
})
