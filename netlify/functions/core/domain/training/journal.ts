import type { Category } from '#domain/library/vocabulary.js'

/** A set of a completed session, as the log has it now. */
export type JournalSet = {
  readonly id: string
  readonly setNumber: number
  readonly side: 'left' | 'right' | null
  /** Reps or seconds. */
  readonly amount: number
  readonly rpe: number | null
  /** Added mass is positive, assistance negative. */
  readonly weightKg: number | null
  readonly pain: number | null
  /** Where it hurt; null when nobody said. */
  readonly painSite: string | null
}

export type JournalExercise = {
  readonly id: string
  readonly exerciseId: string
  readonly order: number
  /** Reps or seconds, set by set, as planned. */
  readonly targets: readonly number[]
  /** The library's default sets and difficulty when the session was completed; it is judged by them for ever. */
  readonly standard: { readonly sets: readonly number[]; readonly difficulty: number }
  readonly sets: readonly JournalSet[]
}

/** A completed session: what training decisions rest on. */
export type JournalSession = {
  readonly id: string
  /** Day in the athlete's zone. */
  readonly date: string
  readonly completedAt: string
  readonly rulesVersion: string
  readonly exercises: readonly JournalExercise[]
}

type Hand<Kind extends string, Facts> = {
  readonly kind: Kind
  /** Day in the athlete's zone, and the instant that orders what happened on one day. */
  readonly on: string
  readonly at: string
} & Readonly<Facts>

/** What a goal asks for; null targets are those of a skill, which the library's standard defines. */
export type GoalTerms = {
  readonly kind: 'reps' | 'hold' | 'skill' | 'consistency'
  readonly exerciseId: string | null
  /** Reps, seconds, or sessions a week. */
  readonly target: number | null
}

/** What the athlete decided, or what a test decided: it stands, whatever is corrected around it. */
export type JournalDeed =
  | Hand<'workingSets', { exerciseId: string; sets: readonly number[] | null }>
  | Hand<'override', { sessionExerciseId: string; sets: readonly number[] }>
  | Hand<'confirmation', { sessionExerciseId: string }>
  | Hand<'assessment', { category: Category; level: number }>
  | Hand<'level', { category: Category; level: number; source: 'hand' | 'test' | 'placement' }>
  | Hand<'deload', { startsOn: string; endsOn: string }>
  | Hand<'goal', { goalId: string; goal: GoalTerms | null }>

/** All facts of one athlete that training decisions rest on. */
export type Journal = { readonly sessions: readonly JournalSession[]; readonly deeds: readonly JournalDeed[] }
