import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import { exerciseNotFound } from '#orchestration/library/support/exercise-not-found.js'

/** The exercise of that id or slug. Refuses with EXERCISE_NOT_FOUND. */
export function namedExercise(library: Library, key: string): LibraryFacts {
  const { id, slug } = exerciseKeys(key)
  return [...library.values()].find((facts) => facts.id === id || facts.slug === slug) ?? exerciseNotFound()
}
