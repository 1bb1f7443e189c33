import type { LibraryExercise } from '#domain/library/exercise.schema.js'
import { usualOf } from '#domain/library/groups.js'
import type { Equipment } from '#domain/library/vocabulary.js'

/** An exercise as `upsertExercises` takes it, with all that it needs as it is usually done. */
export type StoredExercise = LibraryExercise & { readonly usualEquipment: readonly Equipment[] }

export function storedExercise(exercise: LibraryExercise): StoredExercise {
  return { ...exercise, usualEquipment: usualOf(exercise.equipment) }
}
