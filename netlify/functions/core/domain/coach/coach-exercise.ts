import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { Slot } from '#domain/library/vocabulary.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** What is estimated, kept and counted by itself: a slot, or one ladder of skills. */
export type SlotKey = Exclude<Slot, 'skill'> | `skill:${string}`

/** What the coach needs to know about an exercise. */
export type CoachExercise = LibraryFacts

/** The library by exercise id. */
export type CoachLibrary = ReadonlyMap<ExerciseId, CoachExercise>
