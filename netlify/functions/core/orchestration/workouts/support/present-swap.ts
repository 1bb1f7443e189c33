import { explainTarget } from '#domain/coach/explain/explain-target.js'
import type { SessionExercise } from '#domain/session/session.js'
import type { Swap } from '#domain/workout/choose-swap.js'
import { presentExercise } from '#orchestration/sessions/support/present-session.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { presentReason } from './present-reason.js'

/** The most alternatives that are listed. */
const alternativesMax = 20

/** Presents a swap with the exercise as it stands in the session now. */
export function presentSwap({ from, exercise, kind, chance, rule, alternatives }: Swap, inSession: SessionExercise) {
  return {
    from: exerciseRefOf(from),
    to: exerciseRefOf(exercise),
    kind,
    pSuccess: chance,
    score: chance,
    terms: { fit: chance, recency: 0, need: 0, regress: 0 },
    reasons: [],
    adjustments: [],
    why: [presentReason(explainTarget(rule, exercise.metric))],
    alternatives: alternatives.slice(0, alternativesMax).map((other) => ({
      exercise: exerciseRefOf(other.exercise),
      kind: other.kind,
      pSuccess: other.chance,
    })),
    exercise: presentExercise(inSession),
  }
}
