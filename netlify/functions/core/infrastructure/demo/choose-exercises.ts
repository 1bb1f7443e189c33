import type { LibraryFacts } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import { demoEquipment, demoLevels, demoWeek } from './demo-athlete.js'

/** The exercises that the demo athlete trains, by category, the easiest first. */
export type DemoExercises = Readonly<Record<Category, readonly LibraryFacts[]>>

const ranked = 1 + Math.max(...demoWeek.flatMap(({ ranks }) => ranks))

/**
 * Chooses those of the athlete's level for which there is equipment, as many as a week asks for.
 */
export function chooseExercises(library: readonly LibraryFacts[]): DemoExercises {
  const owned: readonly string[] = demoEquipment
  const chosen = categories.map((category) => {
    const suitable = library.filter(
      (exercise) =>
        exercise.category === category &&
        exercise.level === demoLevels[category] &&
        exercise.equipment.every((item) => owned.includes(item)),
    )
    return [category, suitable.toSorted(byDifficulty).slice(0, ranked)] as const
  })
  return Object.fromEntries(chosen) as Record<Category, LibraryFacts[]>
}

/**
 * The exercises of those ranks, category by category; what a category does not have is left out.
 */
export function exercisesOf(exercises: DemoExercises, ranks: readonly number[]): LibraryFacts[] {
  return ranks.flatMap((rank) => categories.flatMap((category) => exercises[category][rank] ?? []))
}

function byDifficulty(a: LibraryFacts, b: LibraryFacts): number {
  return a.difficulty - b.difficulty || (a.slug < b.slug ? -1 : 1)
}
