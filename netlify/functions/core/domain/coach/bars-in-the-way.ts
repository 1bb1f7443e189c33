import * as z from 'zod'
import { isUsable } from '#domain/library/library-facts.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { type BarringEntry, barringEntries, concerns, currentPain } from './pain-effect.js'

/** Why an exercise is not offered, whatever is mastered: what is at hand, what hurts, or what was ruled out. */
export const Bar = z.enum(['equipment', 'pain', 'disliked']).meta({
  id: 'Bar',
  description: 'Why an exercise is not offered now, open or not: equipment that is missing, pain, or a dislike',
  example: 'equipment',
})
export type Bar = z.output<typeof Bar>

/** Lists all that pain bars today. */
export function painBarring(view: CoachView): BarringEntry[] {
  return currentPain(view).flatMap((hurt) => barringEntries(hurt, view.rules))
}

/** Lists what stands in the way of an exercise besides its prerequisites; empty where nothing does. */
export function barsInTheWay(
  exercise: CoachExercise,
  { athlete }: Pick<CoachView, 'athlete'>,
  barring: readonly BarringEntry[],
): Bar[] {
  return [
    ...(isUsable(exercise, athlete.equipment) ? [] : (['equipment'] as const)),
    ...(barring.some((entry) => concerns(entry, exercise)) ? (['pain'] as const) : []),
    ...(athlete.dislikes.includes(exercise.id) ? (['disliked'] as const) : []),
  ]
}
