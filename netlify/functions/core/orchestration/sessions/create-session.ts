import { plannableByKey } from '#domain/session/plan-exercise.js'
import { planSession } from '#domain/session/plan-session.js'
import { PlanSession } from '#domain/session/session.schema.js'
import { planningEvents } from '#domain/session/session-events.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound, expectVersion } from '#orchestration/refusals.js'
import { listDeloads } from '#queries/deloads.js'
import { existingSession } from './support/existing-session.js'
import { findRequested } from './support/find-requested.js'
import { momentAt } from './support/load-session.js'
import { presentSession } from './support/present-session.js'
import { insertStatements } from './support/save-session.js'
import { SessionResource } from './support/schemas.js'

export const createSession = command({
  id: 'sessions.create',
  http: { method: 'POST', path: '/sessions', status: 201 },
  summary: 'Plan a session',
  description:
    "Plans a session with its exercises in one step. Sets, tempo, rest and notes that are left out come from the athlete's " +
    'configuration of the exercise, else from the library; on a day of a deload that is half of the sets, rounded up. `placeId` says where: one of the places of the profile, else at home.',
  access: { scope: 'sessions:write' },
  input: { body: PlanSession },
  output: SessionResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'METRIC_MISMATCH', 'PLACE_NOT_FOUND', 'ID_TAKEN', 'VERSION_MISMATCH'],
  location: ({ id }) => `/sessions/${id}`,
  existing: (context, { body }) => existingSession(context, body),
  run: async (context, { body }) => {
    expectVersion(context, { version: 0 })
    const [found, deloads] = await context.readAll([
      findRequested(context.athleteId, body.exercises),
      listDeloads({ userId: context.athleteId, endingFrom: body.date }),
    ])
    const { timeZone, exercises } = found ?? accountNotFound()
    const moment = momentAt(context, timeZone)
    const session = planSession(body, plannableByKey(exercises), { ...moment, deloads, newId: context.newId })
    return {
      statements: insertStatements(context, session),
      events: planningEvents(session, moment),
      output: presentSession(session, moment),
    }
  },
})
