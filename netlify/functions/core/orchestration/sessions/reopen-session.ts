import { reopenSession as reopen } from '#domain/session/life.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeTrainedSession } from './support/change-trained-session.js'
import { presentSession } from './support/present-session.js'
import { SessionPath, SessionResource } from './support/schemas.js'

export const reopenSession = command({
  id: 'sessions.reopen',
  http: { method: 'POST', path: '/sessions/{sessionId}/reopen', status: 200 },
  summary: 'Reopen a session',
  description:
    'Takes back how a session ended. A completed one is in progress again with everything that was logged, and its decisions are ' +
    'withdrawn until it is completed again: then it is judged by the rules and standards of before. A skipped one is planned ' +
    'again. A session that is open is answered as it is. A set or an exercise that was forgotten needs no reopening.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath },
  output: SessionResource,
  refusals: ['SESSION_NOT_FOUND', 'VERSION_MISMATCH'],
  run: (context, { params }) =>
    changeTrainedSession(
      context,
      params.sessionId,
      (session) => {
        expectVersion(context, session)
        return reopen(session)
      },
      presentSession,
    ),
})
