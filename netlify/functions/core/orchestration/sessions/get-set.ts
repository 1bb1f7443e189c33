import { SetLog } from '#domain/session/set-log.schema.js'
import { setOf } from '#domain/session/set-logs.js'
import { query } from '#orchestration/operation.js'
import { loadShown } from './support/load-session.js'
import { SetPath } from './support/schemas.js'

export const getSet = query({
  id: 'sessions.getSet',
  http: { method: 'GET', path: '/sessions/{sessionId}/exercises/{sessionExerciseId}/sets/{setId}', status: 200 },
  summary: 'Get a logged set',
  description: 'The set as it stands: how an app that lost the answer sees whether its set was logged.',
  access: { scope: 'sessions:read' },
  input: { params: SetPath },
  output: SetLog,
  refusals: ['SESSION_NOT_FOUND', 'SESSION_EXERCISE_NOT_FOUND', 'SET_NOT_FOUND'],
  run: async (context, { params }) => {
    const { session } = await loadShown(context, params.sessionId)
    return setOf(session, params)
  },
})
