import { completeSession as complete } from '#domain/session/life.js'
import { CompleteSession } from '#domain/session/session.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeTrainedSession } from './support/change-trained-session.js'
import { CompletedSessionResource, presentCompletion } from './support/completion.js'
import { SessionPath } from './support/schemas.js'

export const completeSession = command({
  id: 'sessions.complete',
  http: { method: 'POST', path: '/sessions/{sessionId}/complete', status: 200 },
  summary: 'Complete a session',
  description:
    'Completes a session that is planned or in progress, and answers what was decided for each exercise that was trained, and what ' +
    'it opened. Exercises whose planned sets are all logged count as done. A session in which nothing was logged and no exercise is ' +
    'marked as done is refused, unless `withoutSets` says that it was trained all the same. `startedAt`, `completedAt` and `durationMinutes` say when it was trained, for what is ' +
    'written down afterwards; what is left out follows from the others. Of a completed session, what is given corrects its ' +
    'times and notes; with nothing given it is answered as it is.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath, body: CompleteSession },
  output: CompletedSessionResource,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_STATE', 'DATE_IN_FUTURE', 'NOTHING_LOGGED', 'VERSION_MISMATCH'],
  run: (context, { params, body }) =>
    changeTrainedSession(
      context,
      params.sessionId,
      (session, moment) => {
        expectVersion(context, session)
        return complete(session, body, moment)
      },
      presentCompletion,
    ),
})
