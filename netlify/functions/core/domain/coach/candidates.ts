import { barsInTheWay, painBarring } from './bars-in-the-way.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { isOpen } from './counts-as-mastered.js'
import { rungsOf } from './slot-key.js'

/**
 * Lists what an athlete may do in a slot, the easiest first: what is open, with the equipment at
 * hand, not barred by pain, and not disliked.
 */
export function candidatesOf(key: SlotKey, view: CoachView): CoachExercise[] {
  return usableOf(key, view).filter((exercise) => isOpen(exercise, view))
}

/** Lists what an athlete could do in a slot once it is open, the easiest first. */
export function usableOf(key: SlotKey, view: CoachView): CoachExercise[] {
  const barring = painBarring(view)
  return rungsOf(key, view.library).filter((exercise) => barsInTheWay(exercise, view, barring).length === 0)
}
