import { isInDeload, isSoon } from '#domain/progression/deload-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Deload } from './begin-deload.js'
import { breaksOn, type CategoryBreak } from './breaks.js'
import { deload } from './deload.js'
import { type DeloadSituation, deloadFacts } from './deload-facts.js'
import { type ExplainedTrigger, explainTrigger } from './explain-deload.js'

/** Whether an easier week is due, and the way back after breaks. */
export type DeloadAdvice = {
  /** Whether a reason holds, no deload runs or is planned, and the athlete did not decline it. */
  readonly due: boolean
  readonly triggers: readonly ExplainedTrigger[]
  /** The last day for which the athlete declined an easier week; null when that day is over. */
  readonly declinedUntil: string | null
  readonly current: Deload | null
  readonly next: Deload | null
  /** The gap of every category that was ever trained. */
  readonly returns: readonly CategoryBreak[]
}

/**
 * Advises on an easier week.
 *
 * @param deloads in their order; those that are over may be left out.
 * @param declined the last day for which an easier week was declined, which may be over.
 */
export function adviseDeload(
  situation: DeloadSituation,
  deloads: readonly Deload[],
  declined: string | null,
  rules: TrainingRules,
): DeloadAdvice {
  const { state, today } = situation
  const facts = deloadFacts(situation, rules)
  const triggers = deload(facts, rules).triggers.map((trigger) => explainTrigger(trigger, facts, rules))
  const current = deloads.find((one) => isInDeload(today, [one])) ?? null
  const next = deloads.find(({ startsOn }) => startsOn > today) ?? null
  const isNextSoon = next !== null && isSoon(next, today, rules)
  const declinedUntil = declined !== null && today <= declined ? declined : null
  return {
    due: triggers.length > 0 && current === null && !isNextSoon && declinedUntil === null,
    triggers,
    declinedUntil,
    current,
    next,
    returns: breaksOn(state, today, rules),
  }
}
