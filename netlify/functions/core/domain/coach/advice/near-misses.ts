import * as z from 'zod'
import { isUsable } from '#domain/library/library-facts.js'
import type { CoachExercise } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { isOpen } from '../counts-as-mastered.js'
import { barsOf } from '../pain-effect.js'
import type { Recommendation } from '../recommendation.js'
import { rungsOf } from '../slot-key.js'

/** The first reason why an exercise that could have come does not. */
export const LeftOutBar = z
  .enum(['prerequisites', 'equipment', 'blocked_tag', 'time', 'disliked'])
  .meta({ id: 'LeftOutBar', description: 'Why an exercise does not come', example: 'prerequisites' })
export type LeftOutBar = z.output<typeof LeftOutBar>

/** An exercise a step above the one of its slot, and why it does not come. */
export type NearMiss = { readonly exercise: CoachExercise; readonly bar: LeftOutBar }

/**
 * Lists the exercises that lie within a step above what was chosen for their slot, and are kept
 * away by something that the athlete may want to know. What is merely too hard is not listed.
 */
export function nearMisses({ items }: Pick<Recommendation, 'items'>, view: CoachView): NearMiss[] {
  const { stepMax } = view.rules.coach.rung
  const found = items.flatMap(({ key, exercise: { difficulty } }) =>
    rungsOf(key, view.library)
      .filter((rung) => rung.difficulty > difficulty && rung.difficulty <= difficulty + stepMax)
      .flatMap((exercise) => {
        const bar = barOf(exercise, view)
        return bar === null ? [] : [{ exercise, bar }]
      }),
  )
  // what somebody could do something about comes first
  return found.toSorted((a, b) => Number(a.bar === 'prerequisites') - Number(b.bar === 'prerequisites'))
}

function barOf(exercise: CoachExercise, view: CoachView): LeftOutBar | null {
  if (!isUsable(exercise, view.athlete.equipment)) return 'equipment'
  if (barsOf(exercise, view).length > 0) return 'blocked_tag'
  if (view.athlete.dislikes.includes(exercise.id)) return 'disliked'
  return isOpen(exercise, view) ? null : 'prerequisites'
}
