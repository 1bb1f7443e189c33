import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { loadsOf } from '#domain/load/session-loads.js'
import { breaksOn } from '#domain/recovery/breaks.js'
import { deload } from '#domain/recovery/deload.js'
import { deloadFacts } from '#domain/recovery/deload-facts.js'
import { explainTrigger } from '#domain/recovery/explain-deload.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import { query } from '#orchestration/operation.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { type DeloadRecord, listDeloads } from '#queries/deloads.js'
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
    const { athleteId: userId, rules } = context
    const { athlete, library, state, more } = await readTrainingWith(context, [
      recentCheckIns(context),
      listTrainingLoads({ userId }),
      listDeloads({ userId, endingFrom: todayAnywhere(context.now).from }),
    ])
    const [checkIns, sessions, deloads] = more
    const { today } = athlete
    const facts = deloadFacts(
      { state, checkIns, today, loads: loadsOf(sessions, library, athlete.bodyMass, rules) },
      rules,
    )
    const triggers = deload(facts, rules).triggers.map((trigger) => explainTrigger(trigger, facts, rules))
    const current = deloads.find(({ startsOn, endsOn }) => startsOn <= today && endsOn >= today) ?? null
    const next = deloads.find(({ startsOn }) => startsOn > today) ?? null
    const due = triggers.length > 0 && current === null && next === null
    return {
      date: today,
      due,
      triggers,
      ...deloadTerms(rules),
      days: rules.deload.days,
      current: current && presentDeload(current, rules),
      next: next && presentDeload(next, rules),
      returns: breaksOn(state, today, rules).map(presentReturn),
      explanation: sentence({ current, next, reasons: triggers.map(({ explanation }) => explanation) }),
      rulesVersion: rules.version,
    }
  },
})

type Told = {
  readonly current: DeloadRecord | null
  readonly next: DeloadRecord | null
  readonly reasons: readonly string[]
}

function sentence({ current, next, reasons }: Told): string {
  if (current) return `Your easier week runs until ${current.endsOn}.`
  if (next) return `Your next easier week begins on ${next.startsOn}.`
  return reasons.length === 0 ? 'No easier week is due.' : `An easier week is due. ${reasons.join(' ')}`
}
