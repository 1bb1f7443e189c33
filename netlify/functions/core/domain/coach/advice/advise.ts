import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CoachLibrary, SlotKey } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import type { CoachReason } from '../explain/coach-reason.js'
import { explainLeftOut } from '../explain/explain-left-out.js'
import { explainOtherCategory } from '../explain/explain-not-asked.js'
import { equipmentHints } from '../plan/equipment-hints.js'
import { slotWeeks } from '../plan/plan-weeks.js'
import { dayOf } from '../reading/day-number.js'
import type { EquipmentHint, Recommendation, SlotWeek } from '../recommendation.js'
import { recommendSession } from '../session/recommend-session.js'
import type { AdviceInputs } from './advice-inputs.js'
import { isOfOthers, withinCategories, withinCount } from './asked-rules.js'
import { type NearMiss, nearMisses } from './near-misses.js'
import { atOwnPace } from './own-pace.js'

/** What the coach says about a day, with what stands beside it. */
export type Advice = {
  readonly view: CoachView
  readonly recommendation: Recommendation
  /** Slots without an exercise, and why. */
  readonly missing: readonly { readonly key: SlotKey; readonly reason: CoachReason }[]
  /** Exercises that could have come, and the first reason why they do not. */
  readonly nearMisses: readonly NearMiss[]
  /** Hard sets of the last seven days. */
  readonly week: readonly SlotWeek[]
  readonly hints: readonly EquipmentHint[]
}

/** Answers a question about a day. The same inputs, library and rules give the same answer. */
export function advise(inputs: AdviceInputs, facts: CoachLibrary, rules: TrainingRules): Advice {
  const { question, athlete, ownPaces } = inputs
  const library = atOwnPace(facts, ownPaces)
  const view: CoachView = { athlete, library, day: dayOf(question.date), rules }
  const { categories, exercisesPerCategory } = question
  const asked = withinCategories(view, categories)
  const { recommendation, notAsked } = withinCount(recommendSession(asked, question), exercisesPerCategory, rules)
  const missing = recommendation.leftOut.map((left) => ({
    key: left.key,
    reason: isOfOthers(left.key, library, categories) ? explainOtherCategory(left.key) : explainLeftOut(left),
  }))
  return {
    view,
    recommendation,
    missing: [...missing, ...notAsked],
    nearMisses: recommendation.items.length === 0 ? [] : nearMisses(recommendation, asked),
    week: slotWeeks(view),
    hints: equipmentHints(view),
  }
}
