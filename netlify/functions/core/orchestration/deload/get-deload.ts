import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { loadsOf } from '#domain/load/session-loads.js'
import { adviseDeload } from '#domain/recovery/deload-advice.js'
import { explainAdvice } from '#domain/recovery/explain-deload.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listDeloads } from '#queries/deloads.js'
import { listTrainingLoads } from '#queries/training-loads.js'
import { DeloadAdvice } from './support/deload.schema.js'
import { deloadTerms, presentDeload, presentReturn } from './support/present-deload.js'

export const getDeload = query({
  id: 'recovery.getDeload',
  http: { method: 'GET', path: '/me/deload', status: 200 },
  summary: 'Get whether an easier week is due',
  description:
    'An easier week is due after repeated regressions, two very hard weeks, low readiness, or six weeks of training; the answer names ' +
    'every reason that holds. Beside it stands the way back for categories that were not trained for two weeks or more.',
  access: { scope: 'progress:read' },
  input: {},
  output: DeloadAdvice,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const { athleteId: userId, now, rules } = context
    const { athlete, library, state, more } = await readTrainingWith(context, [
      recentCheckIns(context),
      listTrainingLoads({ userId }),
      listDeloads({ userId, endingFrom: todayAnywhere(now).from }),
    ])
    const [checkIns, performed, deloads] = more
    const { today } = athlete
    const loads = await context.work(loadsOf(performed, library, athlete.bodyMass, rules))
    const advice = adviseDeload({ state, checkIns, today, loads }, deloads, athlete.deloadDeclinedUntil, rules)
    const { due, triggers, declinedUntil, current, next, returns } = advice
    return {
      date: today,
      due,
      triggers: [...triggers],
      declinedUntil,
      ...deloadTerms(rules),
      days: rules.deload.days,
      current: current && presentDeload(current, rules),
      next: next && presentDeload(next, rules),
      returns: returns.map(presentReturn),
      explanation: explainAdvice(advice),
      rulesVersion: rules.version,
    }
  },
})
