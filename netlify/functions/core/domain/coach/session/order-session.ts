import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { isStrengthSlot, pairs } from '../slot-groups.js'
import type { Draft, Part } from './draft.js'
import { comparable } from './filling-order.js'

/**
 * Orders a session as it is done: skill first, then opposites in pairs, the pair that lacks most
 * first, core last.
 *
 * @param deficitOf share of the week's target that a slot lacks.
 */
export function orderSession(draft: Draft, deficitOf: (slot: StrengthSlot) => number, rules: TrainingRules): Draft {
  const partsOf = (slots: readonly StrengthSlot[]): Part[] =>
    slots.flatMap((slot) => draft.find(({ choice }) => choice.key === slot) ?? [])
  const lackOf = (parts: Draft) => Math.max(...strengthSlotsOf(parts).map((slot) => comparable(deficitOf(slot), rules)))
  const inPairs = pairs.map(partsOf).filter((parts) => parts.length > 0)
  return [
    ...draft.filter(({ choice }) => !isStrengthSlot(choice.key)),
    ...inPairs.toSorted((a, b) => lackOf(b) - lackOf(a)).flat(),
    ...partsOf(['core']),
  ]
}

function strengthSlotsOf(parts: Draft): StrengthSlot[] {
  return parts.flatMap(({ choice }) => (isStrengthSlot(choice.key) ? choice.key : []))
}
