import { type Library, type LibraryFacts, offeredIn } from '#domain/library/library-facts.js'
import { categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** The tag of exercises that are known well enough to ask for them. */
const benchmarkTag = 'benchmark'

/** A level, and the smallest single set (reps or seconds) that speaks for it. */
export type PlacementThreshold = { readonly level: number; readonly atLeast: number }

/** A question of the self-assessment: how much of an exercise in one set, in good form. */
export type PlacementQuestion = {
  readonly exercise: LibraryFacts
  readonly thresholds: readonly PlacementThreshold[]
}

/**
 * Lists the questions of the self-assessment: the benchmarks of the library, by category, the
 * easiest first.
 */
export function placementQuestions(library: Library, rules: TrainingRules): PlacementQuestion[] {
  return offeredIn(library)
    .filter(({ tags }) => tags.includes(benchmarkTag))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.difficulty - b.difficulty)
    .map((exercise) => ({ exercise, thresholds: placementThresholds(exercise, rules) }))
}

/**
 * Returns the smallest single set that speaks for each level, by the model of the ability: ln(max /
 * default) = kappa (level - difficulty), rounded up. Ten push-ups (difficulty 2.0, default 10)
 * speak for level 2, twenty-eight for level 3.
 */
export function placementThresholds(exercise: LibraryFacts, rules: TrainingRules): PlacementThreshold[] {
  const { kappa, level, placement } = rules.ability
  const highest = Math.min(level.max, exercise.level + placement.levelsAboveMax)
  const [usual] = exercise.defaults
  if (usual === undefined) return []
  return Array.from({ length: highest }, (_, index) => ({
    level: index + 1,
    atLeast: Math.ceil(usual * Math.exp(kappa * (index + 1 - exercise.difficulty)) - placement.tolerance),
  }))
}

/**
 * Returns the level that an answer speaks for: the highest whose threshold it reaches, else
 * Foundation.
 */
export function levelOfAnswer({ thresholds }: PlacementQuestion, max: number): number {
  return Math.max(0, ...thresholds.filter(({ atLeast }) => max >= atLeast).map(({ level }) => level))
}

function placeOf({ category }: LibraryFacts): number {
  return categories.indexOf(category)
}
