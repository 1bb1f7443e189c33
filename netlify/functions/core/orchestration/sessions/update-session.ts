import { editSession } from '#domain/session/life.js'
import { EditSession } from '#domain/session/session.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { changeAnySession } from './support/change-trained-session.js'
import { presentSession } from './support/present-session.js'
import { SessionPath, SessionResource } from './support/schemas.js'

export const updateSession = command({
  id: 'sessions.update',
  http: { method: 'PATCH', path: '/sessions/{sessionId}', status: 200 },
  summary: 'Change a session',
  description:
    'Changes date, time, level, place, duration and notes by merge patch, in every state. The date of performed work cannot be ' +
    'moved past today. The summaries of both days follow, and so do later decisions. When it began and ended is corrected by ' +
    'completing it again.',
  access: { scope: 'sessions:write' },
  input: { params: SessionPath, body: EditSession },
  output: SessionResource,
  refusals: ['SESSION_NOT_FOUND', 'DATE_IN_FUTURE', 'PLACE_NOT_FOUND', 'VERSION_MISMATCH'],
  run: (context, { params, body }) =>
    changeAnySession(
      context,
      params.sessionId,
      (session, moment) => {
        expectVersion(context, session)
        return editSession(session, body, moment)
      },
      presentSession,
      body.date,
    ),
})
