import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { goalsLookSince } from '#domain/goal/best-set.js'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import type { Context } from '#orchestration/context.js'
import { listBestSetsOfExercise, listBestSetsOfGoals } from '#queries/best-sets.js'

type Asking = Pick<Context, 'athleteId' | 'now' | 'rules'>

/**
 * The read of the best sets that the athlete's goals are forecast from. It comes after that of the goals: sets
 * of a goal that is newer are no harm.
 */
export function goalBestSets(context: Asking) {
  return listBestSetsOfGoals(lookedAt(context))
}

/** The same for an exercise that is to become a goal. */
export function exerciseBestSets(context: Asking, { id, slug }: ExerciseKeys) {
  return listBestSetsOfExercise({ ...lookedAt(context), id, slug })
}

function lookedAt({ athleteId: userId, now, rules }: Asking) {
  return { userId, since: goalsLookSince(todayAnywhere(now).from, rules) }
}
