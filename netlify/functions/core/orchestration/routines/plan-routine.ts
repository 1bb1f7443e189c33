import { planFromRoutine } from '#domain/routine/plan-from-routine.js'
import { PlanRoutine } from '#domain/routine/plan-routine.schema.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import { planSession } from '#domain/session/plan-session.js'
import { planningEvents } from '#domain/session/session-events.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { existingSession } from '#orchestration/sessions/support/existing-session.js'
import { momentAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { insertStatements } from '#orchestration/sessions/support/save-session.js'
import { SessionResource } from '#orchestration/sessions/support/schemas.js'
import { listDeloads } from '#queries/deloads.js'
import { findRoutine } from '#queries/routines.js'
import { findPlannableOfRoutine } from '#queries/session-exercises.js'
import { RoutinePath, routineNotFound } from './support/find-routine.js'

export const planRoutine = command({
  id: 'routines.plan',
  http: { method: 'POST', path: '/me/routines/{routineId}/plan', status: 201 },
  summary: 'Plan a session from a routine',
  description:
    'Plans the exercises of the routine with the sets that it has, or with the working sets of the day (`targets`); what the routine ' +
    'leaves open is filled in as in any plan.',
  access: { scope: 'sessions:write' },
  input: { params: RoutinePath, body: PlanRoutine },
  output: SessionResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'ID_TAKEN', 'PLACE_NOT_FOUND', 'ROUTINE_NOT_FOUND'],
  location: ({ id }) => `/sessions/${id}`,
  // of the routine and its targets the session keeps only what came of them
  existing: (context, { body: { targets: _, ...kept } }) => existingSession(context, kept),
  run: async (context, { params: { routineId: id }, body }) => {
    const { athleteId: userId, newId } = context
    const [found, plannable, deloads] = await context.readAll([
      findRoutine({ userId, id }),
      findPlannableOfRoutine({ userId, routineId: id }),
      listDeloads({ userId, endingFrom: body.date }),
    ])
    const { timeZone, exercises } = plannable ?? accountNotFound()
    const moment = momentAt(context, timeZone)
    const plan = planFromRoutine(found ?? routineNotFound(), body)
    const session = planSession(plan, plannableByKey(exercises), { ...moment, deloads, newId })
    return {
      statements: insertStatements(context, session),
      events: planningEvents(session, moment),
      output: presentSession(session, moment),
    }
  },
})
