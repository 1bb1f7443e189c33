import * as z from 'zod'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { byKey } from './by-key.js'
import { areMet, type Groups } from './groups.js'
import type { Category, ExerciseSlug, Metric, Slot } from './vocabulary.js'

/** What decisions need to know about an exercise. */
export type LibraryFacts = {
  readonly id: ExerciseId
  readonly slug: ExerciseSlug
  readonly name: string
  readonly category: Category
  readonly level: number
  readonly difficulty: number
  readonly slot: Slot
  /** The line inside the slot; its rungs are its exercises by rising difficulty. */
  readonly ladder: string
  /** Whether mass can be added: a backpack, a vest, a belt. */
  readonly loadable: boolean
  readonly metric: Metric
  readonly unilateral: boolean
  /** Today's standard, in reps or seconds, one number for each set. */
  readonly defaults: readonly number[]
  readonly tempo: string
  readonly restSeconds: number
  readonly bodyMassFraction: number
  /** What it takes: one thing of every group. */
  readonly equipment: Groups<string>
  readonly tags: readonly string[]
  /** Ids of the exercises that must be mastered first: one of every group, in the library's order. */
  readonly prerequisites: Groups<ExerciseId>
  /** Ids of its variations of like difficulty. */
  readonly lateral: readonly ExerciseId[]
  /** Slugs that it had before; whoever knows one of them finds it. */
  readonly formerSlugs: readonly string[]
  /** Whether it left the library: it stays in histories, and is offered no more. */
  readonly retired: boolean
}

/** The library by exercise id. */
export type Library = ReadonlyMap<ExerciseId, LibraryFacts>

/**
 * Names what decisions need to know about the library: a digest of the facts about every exercise, of
 * ids too. Libraries of one version have the same facts, in whatever database they are, and what was
 * worked out with one holds with the other. When a fact changes, so does the version, in the
 * transaction that changes it. Wording (descriptions, cues, other names) has no part in it; names have.
 */
export const LibraryVersion = z.guid().brand<'LibraryVersion'>()
export type LibraryVersion = z.output<typeof LibraryVersion>

/**
 * Tells whether an exercise counts as mastered where others ask for it: it is mastered, or done so
 * surely that there is no need to show it. There is one such account, the coach's.
 */
export type CountsAsMastered = (exercise: LibraryFacts) => boolean

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

/** Finds the exercise with that id, slug or former slug; null when the library has none. */
export function exerciseByKey(library: Library, key: string): LibraryFacts | null {
  return byKey([...library.values()], (exercise) => exercise).get(key) ?? null
}

/**
 * Tells whether an exercise says something about the strength in a category: a plank says little
 * about push-ups, and a warm-up nothing, though each of them stands in a category.
 */
export function speaksFor(category: Category, exercise: Pick<LibraryFacts, 'category' | 'slot'>): boolean {
  return exercise.category === category && exercise.slot !== 'core' && exercise.slot !== 'prep'
}

/** Lists the exercises that an athlete can be offered: all that have not left the library. */
export function offeredIn(library: Library): LibraryFacts[] {
  return [...library.values()].filter(({ retired }) => !retired)
}

/**
 * Tells whether this equipment has one thing of every group that an exercise needs; what the library
 * calls `none` is always there.
 */
export function isUsable({ equipment }: Pick<LibraryFacts, 'equipment'>, owned: readonly string[]): boolean {
  return areMet(equipment, (item) => item === 'none' || owned.includes(item))
}
