import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingState } from '#domain/training/training-state.js'

/**
 * Lists the exercises that a change opened: all their prerequisites are mastered now, and were not
 * before.
 */
export function unlockedBy(before: TrainingState, after: TrainingState, library: Library): LibraryFacts[] {
  return [...library.values()].filter(
    (exercise) => exercise.prerequisites.length > 0 && isOpen(after, exercise) && !isOpen(before, exercise),
  )
}

function isOpen({ exercises }: TrainingState, { prerequisites }: LibraryFacts): boolean {
  return prerequisites.every((id) => exercises.get(id)?.masteredAt)
}
