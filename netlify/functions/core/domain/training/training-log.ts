import * as z from 'zod'
import type { Side } from '#domain/effort/set.schema.js'
import type { GoalKind } from '#domain/event/vocabulary.js'
import type { Category, PainSite } from '#domain/library/vocabulary.js'
import type { GoalId } from '#domain/values/id.schema.js'

/** A set of a completed session, as the log has it now. */
export type LoggedSet = {
  readonly id: string
  readonly setNumber: number
  readonly side: Side | null
  /** Reps or seconds. */
  readonly amount: number
  readonly rpe: number | null
  /** Added mass is positive, assistance negative. */
  readonly weightKg: number | null
  readonly pain: number | null
  /** Where it hurt; null when nobody said. */
  readonly painSite: PainSite | null
}

export type LoggedExercise = {
  readonly id: string
  readonly exerciseId: string
  readonly order: number
  /** Reps or seconds, set by set, as planned. */
  readonly targets: readonly number[]
  /**
   * The library's default sets and difficulty when the session was completed; it is judged by them
   * for ever.
   */
  readonly standard: { readonly sets: readonly number[]; readonly difficulty: number }
  readonly sets: readonly LoggedSet[]
}

/** A completed session: what training decisions rest on. */
export type LoggedSession = {
  readonly id: string
  /** Day in the athlete's zone. */
  readonly date: string
  readonly completedAt: string
  readonly rulesVersion: string
  readonly exercises: readonly LoggedExercise[]
}

type Dated<Kind extends string, Facts> = {
  readonly kind: Kind
  /** Day in the athlete's zone, and the instant that orders what happened on one day. */
  readonly on: string
  readonly at: string
  /** The rules in force when it was decided: what follows from it is judged by them for ever. */
  readonly rulesVersion: string
} & Readonly<Facts>

/**
 * What a goal asks for; null targets are those of a skill, which the library's standard defines.
 */
export type GoalTerms = {
  readonly kind: GoalKind
  readonly exerciseId: string | null
  /** Reps, seconds, or sessions a week. */
  readonly target: number | null
}

/** Who says that an athlete stands at a level. */
export const LevelSource = z.enum(['hand', 'test', 'placement'])
export type LevelSource = z.output<typeof LevelSource>

/** What the athlete decided, or what a test decided: it stands, whatever is corrected around it. */
export type Directive =
  | Dated<'workingSets', { exerciseId: string; sets: readonly number[] | null }>
  | Dated<'override', { sessionExerciseId: string; sets: readonly number[] }>
  | Dated<'confirmation', { sessionExerciseId: string }>
  | Dated<'assessment', { category: Category; level: number }>
  | Dated<'level', { category: Category; level: number; source: LevelSource }>
  | Dated<'deload', { startsOn: string; endsOn: string }>
  | Dated<'goal', { goalId: GoalId; goal: GoalTerms | null }>

/** All facts of one athlete that training decisions rest on. */
export type TrainingLog = { readonly sessions: readonly LoggedSession[]; readonly directives: readonly Directive[] }
