import * as z from 'zod'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import type { Level } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionExerciseAnswer } from './session-exercise.schema.js'
import type { SetLog } from './set-log.schema.js'

/** What every session has, whatever its state. */
type Common = {
  readonly id: string
  /** Day in the athlete's zone, `YYYY-MM-DD`. */
  readonly date: string
  /** Time of day in the athlete's zone, `HH:MM`. */
  readonly time: string | null
  readonly level: Level | null
  /** Estimated while planned, actual once completed. */
  readonly durationMinutes: number | null
  readonly notes: string | null
  /** In their order; `order` counts from 1 without gaps. */
  readonly exercises: readonly SessionExercise[]
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

export type PlannedSession = Common & { readonly status: 'planned' }
export type SessionInProgress = Common & { readonly status: 'in_progress'; readonly startedAt: string }
export type CompletedSession = Common & {
  readonly status: 'completed'
  /** null when it was completed without having been started: written down afterwards. */
  readonly startedAt: string | null
  readonly completedAt: string
  /**
   * The training rules in force at completion; null for what was recorded before there were any.
   */
  readonly rulesVersion: string | null
}
export type SkippedSession = Common & { readonly status: 'skipped' }

/**
 * A training session: the aggregate of its exercises and their sets. Instants are RFC 3339 in UTC.
 */
export type Session = PlannedSession | SessionInProgress | CompletedSession | SkippedSession

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

/** What a decision needs to know of the world. */
export type Facts = {
  /** The instant of the request. */
  readonly now: Date
  /** The date that `now` falls on in the athlete's zone. */
  readonly today: string
  /** The rules by which the session is judged if it is completed now. */
  readonly rules: TrainingRules
}

/** What every new part of a session begins with. */
export function createdNow({ now }: Pick<Facts, 'now'>) {
  return { version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
}
