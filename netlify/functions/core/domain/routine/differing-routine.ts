import { differingItem } from '#domain/session/differing-plan.js'
import type { Plannable } from '#domain/session/plan-exercise.js'
import { type Differing, differingFields } from '#domain/values/differing-fields.js'
import type { CreateRoutine, Routine } from './routine.schema.js'

/**
 * Lists what a request says otherwise than the routine that was made from it. Of the session or the
 * recommendation that a routine is made from it keeps only the exercises, so these are not compared.
 */
export function differingRoutine(
  { name, notes, exercises }: CreateRoutine,
  routine: Routine,
  library: Plannable,
): Differing[] {
  return [
    ...differingFields({ name, notes }, routine),
    ...(exercises ? differingExercises(exercises, routine.exercises, library) : []),
  ]
}

function differingExercises(
  given: NonNullable<CreateRoutine['exercises']>,
  stored: Routine['exercises'],
  library: Plannable,
): Differing[] {
  if (given.length !== stored.length) return [{ pointer: '/exercises' }]
  return stored.flatMap((planned, index) => {
    const item = given[index]
    return item ? differingItem(item, planned, library, `/exercises/${index}`) : []
  })
}
