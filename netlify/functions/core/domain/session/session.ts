import type { Level } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionExercise } from './session-exercise.js'

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

/** A session lasts at most a day. */
export const durationMinutesMax = 1440
