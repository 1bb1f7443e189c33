import type { PlanSession } from '#domain/session/session.schema.js'
import type { PlanRoutine } from './plan-routine.schema.js'
import { planItemOf } from './routine.js'
import type { Routine, RoutineExercise } from './routine.schema.js'

/**
 * Returns the session to plan from a routine: its exercises in order, its notes, and its sets where
 * the request wants them and the routine has some. All else is left to the day, as in any plan.
 */
export function planFromRoutine(
  { exercises, notes }: Pick<Routine, 'exercises' | 'notes'>,
  { targets, ...when }: PlanRoutine,
): PlanSession {
  const itemOf = ({ exercise, sets, ...how }: RoutineExercise) =>
    planItemOf({ exercise: exercise.id, sets: targets === 'written' ? sets : null, ...how })
  return { ...when, notes, exercises: exercises.map(itemOf) }
}
