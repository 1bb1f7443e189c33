import type { SessionExercise } from '#domain/session/session.js'
import type { PlannedSwap } from '#domain/workout/make-swap.js'
import { presentExercise } from '#orchestration/sessions/support/present-session.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'

/** Presents a swap with the exercise as it stands in the session now. */
export function presentSwap({ from, exercise, ...swap }: PlannedSwap, inSession: SessionExercise) {
  const { kind, pSuccess, score, terms, reasons, adjustments } = swap
  return {
    from: exerciseRefOf(from),
    to: exerciseRefOf(exercise),
    kind,
    pSuccess,
    score,
    terms,
    reasons: [...reasons],
    adjustments: [...adjustments],
    exercise: presentExercise(inSession),
  }
}
