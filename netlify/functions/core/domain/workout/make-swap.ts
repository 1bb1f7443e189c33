import type { CoachView } from '#domain/coach/coach-view.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { planExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import type { PlanningMoment } from '#domain/session/plan-session.js'
import type { Session } from '#domain/session/session.js'
import { exerciseOf, swapExercise } from '#domain/session/session-exercises.js'
import type { SessionExerciseId } from '#domain/values/id.schema.js'
import { chooseSwap, type Swap, type SwapRequest } from './choose-swap.js'
import { type OwnPrescription, plannableOf } from './plannable.js'

/**
 * Finds what an exercise of a session is swapped for: nothing that the session already has, and as
 * many sets. Refuses as `chooseSwap` does.
 */
export function planSwap(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  asked: Pick<SwapRequest, 'to' | 'direction'>,
  view: CoachView,
): Swap {
  const { exercise, planned } = exerciseOf(session, sessionExerciseId)
  const from = exerciseIn(view.library, exercise.id)
  const taken = session.exercises.map((other) => other.exercise.id)
  return chooseSwap({ ...asked, from, taken, sets: planned.sets.length }, view)
}

/**
 * Makes a swap in a session: the new exercise is planned with the athlete's own prescription.
 * Refuses as `assertSwappable` does.
 */
export function withSwap(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  { exercise, targets }: Swap,
  paces: readonly OwnPrescription[],
  planning: PlanningMoment,
): Session {
  const plannable = plannableByKey([plannableOf(exercise, paces)])
  const item = { exercise: exercise.slug, sets: setPrescriptions(targets, exercise.metric) }
  return swapExercise(session, sessionExerciseId, (place) => planExercise(item, plannable, place, planning))
}
