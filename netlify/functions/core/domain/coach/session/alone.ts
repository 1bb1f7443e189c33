import { isUsable } from '#domain/library/library-facts.js'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { CoachView } from '../coach-view.js'
import { isOpen } from '../counts-as-mastered.js'
import { siblingOf } from '../slot-groups.js'
import { rungsOf } from '../slot-key.js'

/**
 * Tells whether a slot has to do the work of its sibling, because nothing of that is open with the
 * equipment at hand. What pain bars does not count as missing: nobody does more of one movement
 * because another hurts.
 */
export function isAlone(slot: StrengthSlot, view: CoachView): boolean {
  const sibling = siblingOf[slot]
  if (sibling === undefined) return false
  return !rungsOf(sibling, view.library).some(
    (exercise) => isUsable(exercise, view.athlete.equipment) && isOpen(exercise, view),
  )
}
