import { dayVariance } from '#domain/ability/measurement.js'
import { normalCumulative } from '#domain/ability/normal-distribution.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { estimateOf, standingOf } from './estimate.js'
import { slotKeyOf } from './slot-key.js'

/**
 * Tells whether an exercise counts as mastered, as a prerequisite of others: it is, or it is done
 * so surely that there is no need to show it.
 *
 * It does not count while a decision that took it back is recent, and a skill that was never tried
 * does not by inference: straight arms need evidence.
 */
export function countsAsMastered(exercise: CoachExercise, view: CoachView): boolean {
  const { mastered, regressedOn } = standingOf(exercise, view)
  if (mastered) return true
  const { takenBackDays, countsFrom } = view.rules.coach.rung
  if (regressedOn !== null && view.day - regressedOn <= takenBackDays) return false
  if (exercise.slot === 'skill' && !view.athlete.slots.has(slotKeyOf(exercise))) return false
  return chanceOfStandard(exercise, view) >= countsFrom
}

/** Tells whether each group of what must be mastered first holds one that counts. */
export function isOpen({ prerequisites }: Pick<CoachExercise, 'prerequisites'>, view: CoachView): boolean {
  return prerequisites.every((group) => group.some((id) => countsAsMastered(exerciseIn(view.library, id), view)))
}

/** Returns the probability (0-1) that the athlete does the standard once, on an ordinary day. */
function chanceOfStandard(exercise: CoachExercise, view: CoachView): number {
  const { mean, variance } = estimateOf(exercise, view)
  return normalCumulative((mean - exercise.difficulty) / Math.sqrt(variance + dayVariance(view.rules)))
}
