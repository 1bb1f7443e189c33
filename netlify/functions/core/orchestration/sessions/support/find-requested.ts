import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import type { PlanExercise } from '#domain/session/session-exercise.schema.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { findPlannable } from '#queries/session-exercises.js'

/**
 * Finds the library exercises that the requests name by id or slug, as the athlete would plan them.
 */
export function findRequested(userId: AthleteId, requests: readonly Pick<PlanExercise, 'exercise'>[]) {
  const keys = requests.map(({ exercise }) => exerciseKeys(exercise))
  return findPlannable({
    userId,
    ids: keys.flatMap(({ id }) => id ?? []),
    slugs: keys.flatMap(({ slug }) => slug ?? []),
  })
}
