import { skipSession as skip } from '#domain/session/life.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeWholeSession } from './support/change-session.js'
import { SessionPath, SessionResource } from './support/schemas.js'

export const skipSession = command({
  id: 'sessions.skip',
  http: { method: 'POST', path: '/sessions/{sessionId}/skip', status: 200 },
  summary: 'Skip a session',
  description:
    'Skips a session that is planned, or in progress with no set logged. A skipped session is answered as it is; ' +
    'rescheduling plans it again.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath },
  output: SessionResource,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_STATE', 'VERSION_MISMATCH'],
  run: (context, { params }) =>
    changeWholeSession(context, params.sessionId, (session) => {
      expectVersion(context, session)
      return skip(session)
    }),
})
