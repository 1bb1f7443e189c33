import { isUsable, type LibraryFacts } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import { demoEquipment, demoLevels, demoWeek } from './demo-athlete.js'

/** The exercises that the demo athlete trains, by category, the easiest first. */
export type DemoExercises = Readonly<Record<Category, readonly LibraryFacts[]>>

const ranked = 1 + Math.max(...demoWeek.flatMap(({ ranks }) => ranks))

/**
 * Chooses the exercises at the athlete's level that need no other equipment than the athlete's, the
 * easiest first, as many as a week has room for.
 */
export function chooseExercises(library: readonly LibraryFacts[]): DemoExercises {
  const owned: readonly string[] = demoEquipment
  const chosen = categories.map((category) => {
    const suitable = library.filter(
      (exercise) =>
        !exercise.retired &&
        exercise.category === category &&
        exercise.level === demoLevels[category] &&
        isUsable(exercise, owned),
    )
    return [category, suitable.toSorted(byDifficulty).slice(0, ranked)] as const
  })
  return Object.fromEntries(chosen) as Record<Category, LibraryFacts[]>
}

/**
 * Returns the exercises of these ranks, category by category; a category without an exercise of a
 * rank is left out.
 */
export function exercisesOf(exercises: DemoExercises, ranks: readonly number[]): LibraryFacts[] {
  return ranks.flatMap((rank) => categories.flatMap((category) => exercises[category][rank] ?? []))
}

function byDifficulty(a: LibraryFacts, b: LibraryFacts): number {
  return a.difficulty - b.difficulty || (a.slug < b.slug ? -1 : 1)
}
