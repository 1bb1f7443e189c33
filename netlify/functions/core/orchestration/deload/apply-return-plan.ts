import { explainReturnPlan } from '#domain/recovery/explain-return.js'
import { planReturn, returnPlanEvents, returnWindow } from '#domain/recovery/return-plan.js'
import { command } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listEvents } from '#queries/events.js'
import { listPlannedSessions } from '#queries/workout-sessions.js'
import { ReturnPlan } from './support/deload.schema.js'
import { presentLighter, saveLighter } from './support/lighter-sessions.js'
import { presentReturn } from './support/present-deload.js'

const earlierPlans = {
  types: ['returnPlan.applied'] as const,
  subject: null,
  recordedUntil: null,
  before: null,
  limit: 100,
}

export const applyReturnPlan = command({
  id: 'recovery.applyReturnPlan',
  http: { method: 'POST', path: '/me/return-plan', status: 200 },
  summary: 'Come back after a break',
  description:
    'After two weeks or more without training in a category, planned sessions of the next weeks get a share of their sets, week by ' +
    'week, and targets that follow the working sets go down with them. A session is made lighter once, however often this is asked.',
  access: { scope: 'progress:write' },
  input: {},
  output: ReturnPlan,
  refusals: ['ACCOUNT_NOT_FOUND', 'CONFLICT'],
  run: async (context) => {
    const { athleteId: userId, rules } = context
    const { athlete, state, more } = await readTrainingWith(context, {}, [
      listPlannedSessions({ userId, ...returnWindow(context) }),
      listEvents({ userId, ...earlierPlans }),
    ])
    const [planned, applied] = more
    const { today } = athlete
    const plan = planReturn({ state, planned, applied, today }, context)
    const { statements, events } = saveLighter(context, plan.sessions)
    return {
      statements,
      events: [...returnPlanEvents(plan, today, context), ...events],
      output: {
        date: today,
        returns: plan.breaks.map(presentReturn),
        sessions: plan.sessions.map(presentLighter),
        explanation: explainReturnPlan(plan),
        rulesVersion: rules.version,
      },
    }
  },
})
