import * as z from 'zod'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import type { Level } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { PlaceId, SessionId } from '#domain/values/id.schema.js'
import type { SessionExerciseAnswer } from './session-exercise.schema.js'
import type { SetLog } from './set-log.schema.js'

/** The fields of a session in any state. */
type Common = {
  readonly id: SessionId
  /** Day in the athlete's zone, `YYYY-MM-DD`. */
  readonly date: string
  /** Time of day in the athlete's zone, `HH:MM`. */
  readonly time: string | null
  readonly level: Level | null
  /** One of the athlete's places when it was chosen; null at home. */
  readonly placeId: PlaceId | null
  /** Estimated while planned, actual once completed. */
  readonly durationMinutes: number | null
  readonly notes: string | null
  /** The exercises in their order; `order` counts from 1 without gaps. */
  readonly exercises: readonly SessionExercise[]
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

export type PlannedSession = Common & { readonly status: 'planned' }
export type SessionInProgress = Common & {
  readonly status: 'in_progress'
  readonly startedAt: string
  /** The training rules of its completion, when it was completed before and reopened; null else. */
  readonly rulesVersion: string | null
}
export type CompletedSession = Common & {
  readonly status: 'completed'
  /** Null when nobody knows: the session was written down afterwards, without its times. */
  readonly startedAt: string | null
  readonly completedAt: string
  /**
   * The training rules in force at completion; null for a session recorded before there were any.
   */
  readonly rulesVersion: string | null
}
export type SkippedSession = Common & { readonly status: 'skipped' }

/**
 * A training session: the aggregate of its exercises and their sets. Instants are RFC 3339 in UTC.
 */
export type Session = PlannedSession | SessionInProgress | CompletedSession | SkippedSession

/**
 * An exercise of a session with its sets, as it is stored: what answers show, and what decisions
 * about it rest on.
 */
export type SessionExercise = Readonly<Omit<SessionExerciseAnswer, 'sets'>> & {
  readonly sets: readonly SetLog[]
  readonly plannedFrom: PlannedFrom
  /** The library's standard of today. */
  readonly libraryStandard: Standard
  /** The standard that it is judged by, fixed when the session is first completed; null before. */
  readonly standard: Standard | null
}

/**
 * What the library asks of an exercise: its default sets, and its difficulty on the level axis (0
 * to 6); and the masses that added weight is compared with.
 */
export type Standard = {
  readonly sets: readonly SetPrescription[]
  readonly difficulty: number
  /** Share of the body mass that it moves; null in sessions from before it was kept. */
  readonly bodyMassFraction?: number | null
  /** The athlete's body mass in kilograms as of the day; null when none is known. */
  readonly bodyMassKg?: number | null
}

/**
 * Where planned sets come from: they are the athlete's working sets, and follow them, or they were
 * given for one session.
 */
export const PlannedFrom = z.enum(['working', 'given'])
export type PlannedFrom = z.output<typeof PlannedFrom>

/** What a change of a session needs to know besides the request. */
export type Moment = {
  /** The instant of the request. */
  readonly now: Date
  /** The date that `now` falls on in the athlete's zone. */
  readonly today: string
  /** The rules by which the session is judged if it is completed now. */
  readonly rules: TrainingRules
}

/** Returns the version and times that every new part of a session begins with. */
export function createdNow({ now }: Pick<Moment, 'now'>) {
  return { version: 1, createdAt: now.toISOString(), updatedAt: now.toISOString() }
}
