import { levelIn } from '#domain/levels/level-test.js'
import type { Library } from '#domain/library/library-facts.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/**
 * Lists the slugs of the exercises that a choice takes as mastered: those that are, all that they
 * build on, and everything below the athlete's level in its category. Otherwise an athlete placed
 * at level 3 would begin with wall push-ups. Product default; only sessions reach a mastery itself.
 */
export function countsAsMastered(library: Library, state: TrainingState): string[] {
  const behind = new Set<ExerciseId>()
  const leaveBehind = (id: ExerciseId): void => {
    if (behind.has(id)) return
    behind.add(id)
    for (const prerequisite of library.get(id)?.prerequisites.flat() ?? []) leaveBehind(prerequisite)
  }
  for (const { id, level, category } of library.values()) {
    if (state.exercises.get(id)?.masteredAt || level < levelIn(state, category)) leaveBehind(id)
  }
  return [...library.values()].filter(({ id }) => behind.has(id)).map(({ slug }) => slug)
}
