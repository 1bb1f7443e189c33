import type { Results } from '#database/connection.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { deloadLooksSince } from '#domain/load/days-looked-at.js'
import { adviseDeload } from '#domain/recovery/deload-advice.js'
import { explainAdvice } from '#domain/recovery/explain-deload.js'
import { recentCheckIns } from '#orchestration/check-ins/support/recent-check-ins.js'
import type { Context } from '#orchestration/context.js'
import type { Training } from '#orchestration/training/read-training.js'
import { listDeloads } from '#queries/deloads.js'
import { listRatedSessions } from '#queries/rated-sessions.js'
import type { DeloadAdvice } from './deload.schema.js'
import { deloadTerms, presentDeload, presentReturn } from './present-deload.js'

/** What is read beside the training to tell whether an easier week is due. */
export function deloadReads(context: Context) {
  const { athleteId: userId, now, rules } = context
  return [
    recentCheckIns(context),
    listRatedSessions({ userId, since: deloadLooksSince(todayAnywhere(now).from, rules) }),
    listDeloads({ userId, endingFrom: todayAnywhere(now).from }),
  ] as const
}

/** Tells whether an easier week is due, as it is answered, from what `deloadReads` has read. */
export function deloadAdviceOf(
  { rules }: Pick<Context, 'rules'>,
  { athlete, state }: Pick<Training, 'athlete' | 'state'>,
  [checkIns, loads, deloads]: Results<ReturnType<typeof deloadReads>>,
): DeloadAdvice {
  const { today } = athlete
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
}
