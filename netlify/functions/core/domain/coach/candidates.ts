import { isUsable } from '#domain/library/library-facts.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { isOpen } from './counts-as-mastered.js'
import { barringEntries, concerns, currentPain } from './pain-effect.js'
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
  const { equipment, dislikes } = view.athlete
  const barring = currentPain(view).flatMap((hurt) => barringEntries(hurt, view.rules))
  const isBarred = (exercise: CoachExercise) => barring.some((entry) => concerns(entry, exercise))
  return rungsOf(key, view.library).filter(
    (exercise) => isUsable(exercise, equipment) && !dislikes.includes(exercise.id) && !isBarred(exercise),
  )
}
