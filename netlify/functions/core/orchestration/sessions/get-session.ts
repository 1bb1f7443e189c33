import * as z from 'zod'
import { expandQuery } from '#orchestration/expand.js'
import { query } from '#orchestration/operation.js'
import { loadShown } from './support/load-session.js'
import { presentSession } from './support/present-session.js'
import { ExpandableSession, SessionPath } from './support/schemas.js'

export const getSession = query({
  id: 'sessions.get',
  http: { method: 'GET', path: '/sessions/{sessionId}', status: 200 },
  summary: 'Get a session',
  description: 'The session with its exercises and every logged set.',
  access: { scope: 'sessions:read' },
  input: {
    params: SessionPath,
    query: z.strictObject({ expand: expandQuery(['exercises.exercise']).exactOptional() }),
  },
  output: ExpandableSession,
  exercisesAt: ['exercises.exercise'],
  refusals: ['SESSION_NOT_FOUND'],
  run: async (context, { params }) => {
    const { session, moment } = await loadShown(context, params.sessionId)
    return presentSession(session, moment)
  },
})
