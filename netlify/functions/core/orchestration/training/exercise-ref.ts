import type { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { Level } from '#domain/library/vocabulary.js'

/** Shortens an exercise to what other resources show of it. */
export function exerciseRefOf({ id, slug, name, category, level, difficulty }: LibraryFacts): ExerciseRef {
  return { id, slug, name, category, level: Level.parse(level), difficulty }
}
