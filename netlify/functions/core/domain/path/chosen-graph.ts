import {
  type CountsAsMastered,
  exerciseIn,
  isUsable,
  type Library,
  type LibraryFacts,
} from '#domain/library/library-facts.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { PrerequisiteGraph } from './unlock-path.js'

/**
 * Chooses one exercise of every group of prerequisites: one that counts as mastered, else one that
 * the equipment allows, else any; of several the easiest, as the coach does.
 */
export function chosenGraph(
  library: Library,
  counts: CountsAsMastered,
  owned: readonly string[],
): PrerequisiteGraph<ExerciseId> {
  const choose = (group: readonly ExerciseId[]) => {
    const all = group.map((id) => exerciseIn(library, id))
    const done = all.filter(counts)
    const usable = all.filter((exercise) => isUsable(exercise, owned))
    const [easiest] = [done, usable, all].find((some) => some.length > 0)?.toSorted(byDifficulty) ?? []
    return easiest ? [easiest.id] : []
  }
  return new Map([...library.values()].map(({ id, prerequisites }) => [id, prerequisites.flatMap(choose)]))
}

/** The easier first; of two as difficult, the first by slug. */
function byDifficulty(one: LibraryFacts, other: LibraryFacts): number {
  return one.difficulty - other.difficulty || (one.slug < other.slug ? -1 : 1)
}
