import type { Category } from '#domain/library/vocabulary.js'
import type { SessionLoad } from './session-load.js'

/** A set as training load looks at it. */
export type PerformedWork = {
  readonly setNumber: number
  /** Reps or seconds. */
  readonly amount: number
  readonly rpe: number | null
  /** Added mass is positive, assistance negative. */
  readonly weightKg: number | null
}

/** A completed session as training load looks at it. */
export type PerformedSession = {
  readonly id: string
  /** Day in the athlete's zone. */
  readonly date: string
  readonly completedAt: string
  readonly durationMinutes: number | null
  readonly exercises: readonly {
    readonly exerciseId: string
    /** As it was done, else as it was planned; null where the library's holds. */
    readonly tempo: string | null
    readonly sets: readonly PerformedWork[]
  }[]
}

/** A number for each category. */
export type PerCategory = Readonly<Record<Category, number>>

/** What a session comes to. */
export type SessionLoads = Pick<PerformedSession, 'id' | 'date' | 'completedAt'> & {
  /** Arbitrary units (AU): RPE x minutes. */
  readonly effort: SessionLoad
  /** kg x seconds under tension. */
  readonly timeLoadKgSeconds: PerCategory
  /** kg x reps; holds have none. */
  readonly volumeLoadKgReps: number
  /** Sets done; a left and right pair counts as one. */
  readonly sets: PerCategory
  /** RPE of the rated sets. */
  readonly rpes: readonly number[]
}
