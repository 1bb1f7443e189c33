import type { Metric } from '#domain/effort/performed-set.js'
import type { Category, ExerciseSlug } from '#domain/library/vocabulary.js'

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

/** What decisions need to know of an exercise. */
export type LibraryFacts = {
  readonly id: string
  readonly slug: ExerciseSlug
  readonly name: string
  readonly category: Category
  readonly level: number
  readonly difficulty: number
  readonly metric: Metric
  readonly unilateral: boolean
  /** The standard today, in reps or seconds, set by set. */
  readonly defaults: readonly number[]
  readonly tempo: string
  readonly bodyMassFraction: number
  readonly equipment: readonly string[]
  readonly tags: readonly string[]
  /** Ids of the exercises that must be mastered first, in the library's order; all are required. */
  readonly prerequisites: readonly string[]
  /** Ids of variations of like difficulty. */
  readonly lateral: readonly string[]
}

/** The library by id. */
export type Library = ReadonlyMap<string, LibraryFacts>

/** A library of these exercises. */
export function libraryOf(facts: readonly LibraryFacts[]): Library {
  return new Map(facts.map((exercise) => [exercise.id, exercise]))
}

/** The library's facts of an exercise. @throws Error when it is not in the library. */
export function exerciseIn<Facts>(library: ReadonlyMap<string, Facts>, exerciseId: string): Facts {
  const exercise = library.get(exerciseId)
  if (!exercise) throw new Error(`exercise ${exerciseId} is not in the library`)
  return exercise
}
