import { exerciseOf } from '#domain/session/session-exercises.js'
import { CorrectSet, SetLog } from '#domain/session/set-log.schema.js'
import { correctSet as correct, setOf } from '#domain/session/set-logs.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeAnySession } from './support/change-trained-session.js'
import { SetPath } from './support/schemas.js'

export const correctSet = command({
  id: 'sessions.correctSet',
  http: { method: 'PATCH', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/sets/{setId}', status: 200 },
  summary: 'Correct a logged set',
  description:
    "Corrects a set by merge patch, also of a completed session. The day's summary follows, and so do later decisions.",
  access: { scope: 'sessions:write' },
  input: { params: SetPath, body: CorrectSet },
  output: SetLog,
  refusals: [
    'CONSENT_NEEDED',
    'SESSION_NOT_FOUND',
    'SESSION_EXERCISE_NOT_FOUND',
    'SET_NOT_FOUND',
    'SESSION_FULL',
    'METRIC_MISMATCH',
    'CONFLICT',
    'SIDES_MIXED',
    'VERSION_MISMATCH',
  ],
  run: (context, { params, body }) =>
    changeAnySession(
      context,
      params.sessionId,
      (session, moment) => {
        expectVersion(context, setOf(session, params), exerciseOf(session, params.sessionExerciseId), session)
        return correct(session, params, body, moment)
      },
      (session) => setOf(session, params),
    ),
})
