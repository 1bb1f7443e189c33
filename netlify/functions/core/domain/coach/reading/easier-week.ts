import type { DeloadTrigger } from '#domain/event/vocabulary.js'
import { isInDeload, isSoon } from '#domain/progression/deload-week.js'
import { deload } from '#domain/recovery/deload.js'
import { type DeloadSituation, deloadFacts } from '#domain/recovery/deload-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** Why a week is easier: the athlete began it, or the rules ask for it. */
export type EasierWeek = { readonly begun: boolean; readonly triggers: readonly DeloadTrigger[] }

/**
 * Tells whether a day lies in an easier week: one that was begun, or one that is due. What is due
 * applies by itself until the athlete declines it, has planned one for soon, or has had one.
 */
export function easierWeekOn(
  situation: DeloadSituation,
  declinedUntil: string | null,
  rules: TrainingRules,
): EasierWeek | null {
  const { state, today } = situation
  if (isInDeload(today, state.deloads)) return { begun: true, triggers: [] }
  const isPlanned = state.deloads.some((one) => isSoon(one, today, rules))
  if (isPlanned || (declinedUntil !== null && today <= declinedUntil)) return null
  const { triggers } = deload(deloadFacts(situation, rules), rules)
  return triggers.length === 0 ? null : { begun: false, triggers }
}
