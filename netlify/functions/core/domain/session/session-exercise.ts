import * as z from 'zod'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import type { SessionExerciseAnswer } from './session-exercise.schema.js'
import type { SetLog } from './set-log.schema.js'

/**
 * What the library asks of an exercise: its default sets, and its place on the axis of difficulty
 * (0 to 6).
 */
export type Standard = { readonly sets: readonly SetPrescription[]; readonly difficulty: number }

/**
 * Whether planned sets are the athlete's working sets, and follow them, or were given for one
 * session.
 */
export const PlannedFrom = z.enum(['working', 'given'])
export type PlannedFrom = z.output<typeof PlannedFrom>

/**
 * An exercise of a session with its sets, as it is kept: what is answered, and what decisions about
 * it rest on.
 */
export type SessionExercise = Readonly<Omit<SessionExerciseAnswer, 'sets'>> & {
  readonly sets: readonly SetLog[]
  readonly plannedFrom: PlannedFrom
  /** The library's standard today. */
  readonly libraryStandard: Standard
  /** The standard that it is judged by, fixed when the session is completed; null before. */
  readonly standard: Standard | null
}
