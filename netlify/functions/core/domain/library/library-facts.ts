import type { ExerciseId } from '#domain/values/id.schema.js'
import type { Category, ExerciseSlug, Metric } from './vocabulary.js'

/** What decisions need to know about an exercise. */
export type LibraryFacts = {
  readonly id: ExerciseId
  readonly slug: ExerciseSlug
  readonly name: string
  readonly category: Category
  readonly level: number
  readonly difficulty: number
  readonly metric: Metric
  readonly unilateral: boolean
  /** Today's standard, in reps or seconds, one number for each set. */
  readonly defaults: readonly number[]
  readonly tempo: string
  readonly bodyMassFraction: number
  readonly equipment: readonly string[]
  readonly tags: readonly string[]
  /** Ids of the exercises that must be mastered first, in the library's order; all are required. */
  readonly prerequisites: readonly ExerciseId[]
  /** Ids of its variations of like difficulty. */
  readonly lateral: readonly ExerciseId[]
}

/** The library by exercise id. */
export type Library = ReadonlyMap<ExerciseId, LibraryFacts>

/** Returns a library of these exercises. */
export function libraryOf(facts: readonly LibraryFacts[]): Library {
  return new Map(facts.map((exercise) => [exercise.id, exercise]))
}

/**
 * Returns the library's facts about an exercise.
 *
 * @throws Error when it is not in the library.
 */
export function exerciseIn<Facts>(library: ReadonlyMap<ExerciseId, Facts>, exerciseId: ExerciseId): Facts {
  const exercise = library.get(exerciseId)
  if (!exercise) throw new Error(`exercise ${exerciseId} is not in the library`)
  return exercise
}

/** Tells whether a key, which is an id or a slug, names an exercise. */
export function isNamed({ id, slug }: Pick<LibraryFacts, 'id' | 'slug'>, key: string): boolean {
  return id === key || slug === key
}

/** Finds the exercise with that id or slug; null when the library has none. */
export function exerciseByKey(library: Library, key: string): LibraryFacts | null {
  return [...library.values()].find((exercise) => isNamed(exercise, key)) ?? null
}

/**
 * Tells whether an exercise needs nothing beyond this equipment; what the library calls `none` is
 * always there.
 */
export function isUsable({ equipment }: Pick<LibraryFacts, 'equipment'>, owned: readonly string[]): boolean {
  return equipment.every((item) => item === 'none' || owned.includes(item))
}
