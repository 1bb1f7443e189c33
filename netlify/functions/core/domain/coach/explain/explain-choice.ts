import type { BeyondRule, RecommendedItem } from '../recommendation.js'
import { type CoachReason, reasonOf } from './coach-reason.js'
import { modifierTerms } from './explain-modifier.js'
import { explainRung, type NameOf } from './explain-rung.js'
import { explainTarget } from './explain-target.js'

/** Explains rung, targets and modifier of an exercise, in this order. */
export function explainChoice({ exercise, rules }: RecommendedItem, nameOf: NameOf): CoachReason[] {
  return rules.map((rule) => {
    if (isBeyond(rule)) return reasonOf(rule, modifierTerms(rule.modifier, exercise).explanation)
    switch (rule.id) {
      case 'target.first_time':
      case 'target.raised_to_estimate':
      case 'target.lowered_to_estimate':
      case 'target.working_value':
        return explainTarget(rule, exercise.metric)
      default:
        return explainRung(rule, nameOf)
    }
  })
}

function isBeyond(rule: { readonly id: string }): rule is BeyondRule {
  return rule.id.startsWith('beyond.')
}
