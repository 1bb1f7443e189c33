import { exerciseOf } from '#domain/session/session-exercises.js'
import { LogSet, SetLog } from '#domain/session/set-log.schema.js'
import { logSet as log, setInSession, setOf } from '#domain/session/set-logs.js'
import { differingFields, differingParameters } from '#domain/values/differing-fields.js'
import { SetId } from '#domain/values/id.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { findSessionOfSet } from '#queries/workout-sessions.js'
import { changeBegunSession } from './support/change-begun-session.js'
import { SessionExercisePath } from './support/schemas.js'

export const logSet = command({
  id: 'sessions.logSet',
  http: { method: 'POST', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/sets', status: 201 },
  summary: 'Log one performed set',
  description:
    'Logs a set, in reps or seconds as the exercise counts; 0 is an attempt that failed. Where the exercise is counted per side, ' +
    'left and right are logged under one number, or together without a side: then both did that amount. A set that arrives after the session was completed counts as if it had been there before: decisions follow. ' +
    '`If-Match` names the version of the exercise.',
  access: { scope: 'sessions:write' },
  input: { params: SessionExercisePath, body: LogSet },
  output: SetLog,
  refusals: [
    'CONSENT_NEEDED',
    'SESSION_NOT_FOUND',
    'SESSION_EXERCISE_NOT_FOUND',
    'SESSION_NOT_OPEN',
    'SESSION_FULL',
    'METRIC_MISMATCH',
    'CONFLICT',
    'SIDES_MIXED',
    'ID_TAKEN',
    'VERSION_MISMATCH',
  ],
  existing: async (context, { params, body: { id, ...given } }) => {
    const found = id && (await context.read(findSessionOfSet({ userId: context.athleteId, id })))
    if (!found) return null
    const { sessionExerciseId, set } = setInSession(found.session, id)
    const place = { sessionId: found.session.id, sessionExerciseId }
    return { output: set, differing: [...differingParameters(params, place), ...differingFields(given, set)] }
  },
  run: (context, { params: { sessionId, sessionExerciseId }, body }) => {
    const setId = body.id ?? context.newId(SetId)
    return changeBegunSession(
      context,
      sessionId,
      (session, moment) => {
        expectVersion(context, exerciseOf(session, sessionExerciseId), session)
        return log(session, sessionExerciseId, { ...body, id: setId }, moment)
      },
      (session) => setOf(session, { sessionExerciseId, setId }),
    )
  },
})
