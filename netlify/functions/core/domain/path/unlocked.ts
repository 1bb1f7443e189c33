import { areMet } from '#domain/library/groups.js'
import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingState } from '#domain/training/training-state.js'

/**
 * Lists the exercises that a change opened: what they require is mastered now, and was not
 * before.
 */
export function unlockedBy(before: TrainingState, after: TrainingState, library: Library): LibraryFacts[] {
  return [...library.values()].filter(
    (exercise) => exercise.prerequisites.length > 0 && isOpen(after, exercise) && !isOpen(before, exercise),
  )
}

function isOpen({ exercises }: TrainingState, { prerequisites }: LibraryFacts): boolean {
  return areMet(prerequisites, (id) => Boolean(exercises.get(id)?.masteredAt))
}
