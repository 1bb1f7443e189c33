import { byKey } from '#domain/library/by-key.js'
import { type ExerciseRef, exerciseRefOf, type NamedExercise } from '#domain/library/exercise-ref.schema.js'
import { type Fault, refuseFaults } from '#domain/refusal.js'

/**
 * Returns the exercises that an athlete rules out by their ids or slugs, out of those that the
 * library has of them. Refuses with INVALID_INPUT what it does not have, and what is named twice.
 */
export function dislikedExercises(keys: readonly string[], found: readonly NamedExercise[]): ExerciseRef[] {
  const named = byKey(found, (exercise) => exercise)
  const exercises = keys.map((key) => named.get(key))
  refuseFaults(exercises.flatMap((exercise, index) => faultsOf(exercise, exercises.indexOf(exercise) < index, index)))
  return exercises.filter((exercise) => exercise !== undefined).map(exerciseRefOf)
}

function faultsOf(exercise: ExerciseRef | undefined, isRepeated: boolean, index: number): Fault[] {
  const pointer = `/dislikes/${index}`
  if (!exercise) return [{ pointer, code: 'EXERCISE_NOT_FOUND', detail: 'is not an exercise of the library' }]
  return isRepeated ? [{ pointer, code: 'NAMED_TWICE', detail: 'names the same exercise as another' }] : []
}
