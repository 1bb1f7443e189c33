import { rescheduleSession as reschedule } from '#domain/session/life.js'
import { RescheduleSession } from '#domain/session/session.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeWholeSession } from './support/change-session.js'
import { SessionPath, SessionResource } from './support/schemas.js'

export const rescheduleSession = command({
  id: 'sessions.reschedule',
  http: { method: 'POST', path: '/sessions/{sessionId}/reschedule', status: 200 },
  summary: 'Reschedule a session',
  description: 'Moves a planned or skipped session to a date and time, where it is planned.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath, body: RescheduleSession },
  output: SessionResource,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_STATE', 'VERSION_MISMATCH'],
  run: (context, { params, body }) =>
    changeWholeSession(context, params.sessionId, (session) => {
      expectVersion(context, session)
      return reschedule(session, body)
    }),
})
