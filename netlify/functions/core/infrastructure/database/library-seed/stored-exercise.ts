import type { Aliases, AliasesBySlug } from '#domain/library/aliases.schema.js'
import type { LibraryExercise } from '#domain/library/exercise.schema.js'
import { usualOf } from '#domain/library/groups.js'
import type { Equipment } from '#domain/library/vocabulary.js'

/**
 * An exercise as `upsertExercises` takes it, with all that it needs as it is usually done, and its other
 * names.
 */
export type StoredExercise = LibraryExercise & {
  readonly usualEquipment: readonly Equipment[]
  readonly aliases: Aliases
}

export function storedExercise(exercise: LibraryExercise, aliases: AliasesBySlug): StoredExercise {
  return { ...exercise, usualEquipment: usualOf(exercise.equipment), aliases: aliases[exercise.slug] ?? {} }
}
