import { refuse } from '../../domain/refusal.js'
import { plannableByKey } from '../../domain/session/plan-exercise.js'
import { planSession } from '../../domain/session/plan-session.js'
import { PlanSession } from '../../domain/session/session.schema.js'
import { planningEvents } from '../../domain/session/session-events.js'
import { expectVersion } from '../expect-version.js'
import { command } from '../operation.js'
import { findRequested } from './find-requested.js'
import { factsAt } from './load-session.js'
import { presentSession } from './present-session.js'
import { insertStatements } from './save-session.js'
import { SessionResource } from './schemas.js'

export const createSession = command({
  id: 'sessions.create',
  http: { method: 'POST', path: '/sessions', status: 201 },
  summary: 'Plan a session',
  description:
    "Plans a session with its exercises in one step. Sets, tempo, rest and notes that are left out come from the athlete's " +
    'configuration of the exercise, else from the library.',
  access: { scope: 'sessions:write' },
  input: { body: PlanSession },
  output: SessionResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'METRIC_MISMATCH', 'ID_TAKEN', 'VERSION_MISMATCH'],
  location: ({ id }) => `/sessions/${id}`,
  run: async (context, { body }) => {
    expectVersion(context, 0)
    const found = await context.read(findRequested(context.athleteId, body.exercises))
    const { timeZone, exercises } = found ?? refuse('ACCOUNT_NOT_FOUND', 'The account does not exist any more.')
    const facts = factsAt(context, timeZone)
    const session = planSession(body, plannableByKey(exercises), { ...facts, newId: context.newId })
    return {
      statements: insertStatements(context, session),
      events: planningEvents(session, facts),
      output: presentSession(session, facts),
    }
  },
})
