import { levelIn } from '#domain/levels/level-test.js'
import type { Library } from '#domain/library/library-facts.js'
import type { TrainingState } from '#domain/training/training-state.js'

/**
 * The slugs of what a choice of exercises takes as mastered: what is, all that it builds on, and
 * whatever lies below the level that the athlete stands at in its category. Otherwise somebody
 * placed at level 3 would begin with wall push-ups. Product default; a mastery itself is only
 * reached by sessions.
 */
export function countsAsMastered(library: Library, state: TrainingState): string[] {
  const behind = new Set<string>()
  const leaveBehind = (id: string): void => {
    if (behind.has(id)) return
    behind.add(id)
    for (const prerequisite of library.get(id)?.prerequisites ?? []) leaveBehind(prerequisite)
  }
  for (const { id, level, category } of library.values()) {
    if (state.exercises.get(id)?.masteredAt || level < levelIn(state, category)) leaveBehind(id)
  }
  return [...library.values()].filter(({ id }) => behind.has(id)).map(({ slug }) => slug)
}
