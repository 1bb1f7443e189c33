import type { CoachView } from '../coach-view.js'
import type { Recommendation, SessionRequest, SessionRule } from '../recommendation.js'
import { blockedByPain } from './blocked-by-pain.js'
import { type DayAnswer, dayAnswer, type TrainRule } from './day-answer.js'
import { recoveryDay } from './recovery-day.js'
import { trainingDay } from './training-day.js'

/**
 * Recommends what an athlete does on a day: what is planned already, nothing, recovery, or a
 * session with exercises, sets, modifiers, order, rests and a warm-up. Everything carries the rule
 * that decided it.
 *
 * The same view and request give the same answer; the order of lists in the view does not matter.
 */
export function recommendSession(view: CoachView, request: SessionRequest): Recommendation {
  const answer = dayAnswer(view.athlete, view.day, view.rules)
  const rule = answer.kind === 'train' ? answer.rule : forcedRule(answer, request, view)
  if (rule === null) return withoutSession(answer, view)
  if (view.athlete.band === 'red') return recoveryDay([rule, redRule(view)], request, view)
  return trainingDay(rule, request, view)
}

/** A day of rest can be overruled; what is planned or done already cannot. */
function forcedRule({ kind }: DayAnswer, { force }: SessionRequest, { athlete }: CoachView): TrainRule | null {
  if (!force || kind !== 'rest') return null
  return { id: 'day.train', daysPerWeek: athlete.daysPerWeek, forced: true }
}

function withoutSession({ kind, rule }: DayAnswer, view: CoachView): Recommendation {
  return {
    day: view.day,
    kind,
    rules: [rule],
    items: [],
    arrangement: null,
    leftOut: [],
    blocked: blockedByPain(view),
    warmup: [],
    seconds: null,
  }
}

function redRule({ rules }: CoachView): SessionRule {
  return { id: 'ready.red', rpeCap: rules.coach.session.rpeCaps.red, threshold: rules.readiness.bands.amberMin }
}
