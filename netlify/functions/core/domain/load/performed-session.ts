import type { WorkedSet } from '#domain/effort/set.schema.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { ExerciseId, SessionId } from '#domain/values/id.schema.js'
import type { SessionLoad } from './session-load.js'

/** A completed session in the form in which training load is computed, and warnings are raised. */
export type PerformedSession = {
  readonly id: SessionId
  /** Day in the athlete's zone. */
  readonly date: string
  readonly completedAt: string
  readonly durationMinutes: number | null
  readonly exercises: readonly {
    readonly exerciseId: ExerciseId
    /** The tempo of the session, else the planned one; null when the library's holds. */
    readonly tempo: string | null
    readonly sets: readonly WorkedSet[]
  }[]
}

/** A number for each category. */
export type PerCategory = Readonly<Record<Category, number>>

/** The loads of one session. */
export type SessionLoads = Pick<PerformedSession, 'id' | 'date' | 'completedAt'> & {
  /** Arbitrary units (AU): RPE x minutes. */
  readonly effort: SessionLoad
  /** kg x seconds under tension. */
  readonly timeLoadKgSeconds: PerCategory
  /** kg x reps; holds have none. */
  readonly volumeLoadKgReps: number
  /** Sets performed (`countSets`). */
  readonly sets: PerCategory
  /** RPE of each rated set, without warm-ups and drop sets. */
  readonly rpes: readonly number[]
}
