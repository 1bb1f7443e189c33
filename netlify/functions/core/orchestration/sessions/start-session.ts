import { startSession as start } from '#domain/session/life.js'
import { StartSession } from '#domain/session/session.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeWholeSession } from './support/change-session.js'
import { SessionPath, SessionResource } from './support/schemas.js'

export const startSession = command({
  id: 'sessions.start',
  http: { method: 'POST', path: '/sessions/{sessionId}/start', status: 200 },
  summary: 'Start a session',
  description:
    'Starts a planned session, from then on sets can be logged. `startedAt` says when it began, for a request that is sent late; ' +
    'of a session in progress or completed it corrects that, and without it such a session is answered as it is. One of a later ' +
    'day than today is to be rescheduled first.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath, body: StartSession },
  output: SessionResource,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_STATE', 'DATE_IN_FUTURE', 'VERSION_MISMATCH'],
  run: (context, { params, body }) =>
    changeWholeSession(context, params.sessionId, (session, moment) => {
      expectVersion(context, session)
      return start(session, body, moment)
    }),
})
