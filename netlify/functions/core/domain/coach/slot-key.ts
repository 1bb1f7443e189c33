import { offeredIn } from '#domain/library/library-facts.js'
import type { CoachExercise, CoachLibrary, SlotKey } from './coach-exercise.js'
import { inOrderOfDifficulty } from './difficulty-order.js'

/** Returns what an exercise is estimated with: its slot, or its ladder of skills. */
export function slotKeyOf({ slot, ladder }: Pick<CoachExercise, 'slot' | 'ladder'>): SlotKey {
  return slot === 'skill' ? `skill:${ladder}` : slot
}

const indexes = new WeakMap<CoachLibrary, ReadonlyMap<SlotKey, readonly CoachExercise[]>>()

/**
 * Returns the rungs of a slot or of a ladder of skills, the easiest first, without what has left the
 * library. A library is sorted once for all that ask about it.
 */
export function rungsOf(key: SlotKey, library: CoachLibrary): readonly CoachExercise[] {
  const index = indexes.get(library) ?? Map.groupBy(offeredIn(library).sort(inOrderOfDifficulty), slotKeyOf)
  indexes.set(library, index)
  return index.get(key) ?? []
}
