import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { isStrengthSlot, pairs } from '../slot-groups.js'
import type { Draft, Part } from './draft.js'
import { comparable } from './filling-order.js'
import type { SlotVolume } from './weekly-volume.js'

type Lack = Pick<SlotVolume, 'slot' | 'deficit'>

/**
 * Orders a session as it is done: skill first, then opposites in pairs, the pair that lacks most
 * first, core last.
 *
 * @param volumes what each slot lacks.
 */
export function orderSession(draft: Draft, volumes: readonly Lack[], rules: TrainingRules): Draft {
  const partsOf = (slots: readonly StrengthSlot[]): Part[] =>
    slots.flatMap((slot) => draft.find(({ choice }) => choice.key === slot) ?? [])
  // a pair that is not there lacks infinitely little, and shows nothing at the end
  const lackOf = (parts: Draft) =>
    Math.max(...volumesOf(parts, volumes).map(({ deficit }) => comparable(deficit, rules)))
  return [
    ...draft.filter(({ choice }) => !isStrengthSlot(choice.key)),
    ...pairs
      .map(partsOf)
      .toSorted((a, b) => lackOf(b) - lackOf(a))
      .flat(),
    ...partsOf(['core']),
  ]
}

function volumesOf(parts: Draft, volumes: readonly Lack[]): Lack[] {
  return volumes.filter(({ slot }) => parts.some(({ choice }) => choice.key === slot))
}
