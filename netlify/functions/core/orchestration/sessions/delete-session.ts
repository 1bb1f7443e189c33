import { deletionEvents } from '#domain/session/session-events.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { deleteSession as deleteStatement } from '#queries/workout-sessions-writes.js'
import { followTraining, loadTrainedSession } from './support/change-trained-session.js'
import { summaryStatements } from './support/save-session.js'
import { SessionPath } from './support/schemas.js'

export const deleteSession = command({
  id: 'sessions.delete',
  http: { method: 'DELETE', path: '/sessions/{sessionId}', status: 204 },
  summary: 'Delete a session',
  description:
    "Deletes a session in any state, with its exercises and sets. The day's summary follows, and so do later decisions.",
  access: { scope: 'sessions:write' },
  input: { params: SessionPath },
  output: null,
  refusals: ['SESSION_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params }) => {
    const trained = await loadTrainedSession(context, params.sessionId)
    expectVersion(context, trained.session)
    const { id, version, date } = trained.session
    const change = await followTraining(context, trained, null)
    const remove = deleteStatement({ userId: context.athleteId, id, version })
    return {
      statements: [remove, ...summaryStatements(context, [date]), ...(change?.statements ?? [])],
      events: [...deletionEvents(trained.session, context), ...(change?.events ?? [])],
      output: undefined,
    }
  },
})
