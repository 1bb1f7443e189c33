import { type Differing, differingFields } from '#domain/values/differing-fields.js'
import type { ExerciseId, SessionExerciseId } from '#domain/values/id.schema.js'
import type { Plannable } from './plan-exercise.js'
import type { Session } from './session.js'
import type { PlanSession } from './session.schema.js'

/** What a request may say of a session that it plans. */
export type GivenPlan = { readonly [Field in keyof PlanSession]?: PlanSession[Field] | undefined }

/**
 * Lists what a plan says otherwise than the session that was made from it. Exercises are compared by
 * the ids that the plan gives them, else by their places; others that the session has besides were
 * added since. Once it is completed, its duration and notes are those of the training.
 */
export function differingPlan(
  { id: _, exercises = [], durationMinutes, notes, ...details }: GivenPlan,
  session: Session,
  library: Plannable,
): Differing[] {
  const planned = session.status === 'completed' ? details : { ...details, durationMinutes, notes }
  return [
    ...differingFields(planned, session),
    ...exercises.flatMap((item, index) => {
      const stored = item.id ? session.exercises.find(({ id }) => id === item.id) : session.exercises[index]
      const pointer = `/exercises/${index}`
      return stored
        ? differingItem(item, { exercise: stored.exercise, ...stored.planned }, library, pointer)
        : [{ pointer }]
    }),
  ]
}

type GivenItem = { readonly id?: SessionExerciseId | undefined; readonly exercise: string }

/** Lists what a request says otherwise of an exercise than its plan; an exercise has several names. */
export function differingItem(
  { id: _, exercise, ...how }: GivenItem,
  planned: { readonly exercise: { readonly id: ExerciseId } },
  library: Plannable,
  at = '',
): Differing[] {
  const named = library.get(exercise)?.exercise.id
  return [
    ...(named === planned.exercise.id ? [] : [{ pointer: `${at}/exercise` }]),
    ...differingFields(how, planned, at),
  ]
}
