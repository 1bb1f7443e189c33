import { exerciseIn, type LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { planExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import type { PlanningMoment } from '#domain/session/plan-session.js'
import type { Session } from '#domain/session/session.js'
import { exerciseOf, swapExercise } from '#domain/session/session-exercises.js'
import type { ExerciseId, SessionExerciseId } from '#domain/values/id.schema.js'
import { blockedSites } from './blocked-sites.js'
import { chooseSwap, type Swap, type SwapRequest } from './choose-swap.js'
import { planItemOf, plannableOf } from './plan-workout.js'
import { type PlanFacts, type PlannedSets, plannedSets } from './planned-sets.js'
import type { Pace } from './set-time.js'

/** The exercise that takes the place of another in a session, with its sets for the day. */
export type PlannedSwap = Swap & PlannedSets & { readonly from: LibraryFacts }

/**
 * Finds what an exercise of a session is swapped for: nothing that the session already has, and
 * nothing that loads what hurt lately. Refuses as `chooseSwap` does.
 */
export function planSwap(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  asked: Pick<SwapRequest, 'to' | 'direction' | 'equipment'>,
  facts: PlanFacts,
  rules: TrainingRules,
): PlannedSwap {
  const from = exerciseIn(facts.library, exerciseOf(session, sessionExerciseId).exercise.id)
  const taken = session.exercises.map(({ exercise }) => exercise.id)
  const blockedTags = blockedSites(facts.trainingLog, facts.today, rules).flatMap(({ tags }) => tags)
  const swap = chooseSwap({ ...asked, from, taken, blockedTags }, facts, rules)
  return { ...plannedSets(swap.exercise, facts, rules), ...swap, from }
}

/**
 * Makes a swap in a session: the new exercise is planned with the athlete's own prescription.
 * Refuses as `assertSwappable` does.
 */
export function withSwap(
  session: Session,
  sessionExerciseId: SessionExerciseId,
  { exercise, targets }: PlannedSwap,
  paces: ReadonlyMap<ExerciseId, Pace>,
  planning: PlanningMoment,
): Session {
  const plannable = plannableByKey([plannableOf(exercise, paces)])
  return swapExercise(session, sessionExerciseId, (place) =>
    planExercise(planItemOf(exercise, targets), plannable, place, planning),
  )
}
