import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingState } from '../training-state.js'

/**
 * Returns the day from which a break of an exercise is counted; null when there is none. By the first
 * rules anything in its category ends the break. Later a break lasts until the exercise itself, or
 * something about as hard, was done: wall push-ups do not bring diamonds back.
 */
export function lastTrainedOn(
  { id, category, difficulty }: Pick<LibraryFacts, 'id' | 'category' | 'difficulty'>,
  { categories, exercises }: Pick<TrainingState, 'categories' | 'exercises'>,
  library: Library,
  { judging: { gap } }: TrainingRules,
): string | null {
  if (gap.of === 'category') return categories.get(category)?.lastSessionOn ?? null
  let last: string | null = null
  for (const { exerciseId, lastSessionOn } of exercises.values()) {
    const other = library.get(exerciseId)
    const keepsIt =
      exerciseId === id || (other?.category === category && other.difficulty >= difficulty - gap.levelsBelow)
    if (keepsIt && lastSessionOn !== null && (last === null || lastSessionOn > last)) last = lastSessionOn
  }
  return last
}
