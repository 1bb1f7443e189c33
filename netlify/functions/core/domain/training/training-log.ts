import * as z from 'zod'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import type { LoggedSet } from '#domain/effort/set.schema.js'
import type { GoalKind } from '#domain/event/vocabulary.js'
import type { Category, Metric, Slot } from '#domain/library/vocabulary.js'
import type { ExerciseId, GoalId, PlaceId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'

/**
 * What an exercise is judged by for ever: the library's default sets and difficulty, and the masses,
 * when the session was completed.
 */
export type Standard = {
  readonly sets: readonly number[]
  readonly difficulty: number
  /** Share of the body mass that the exercise moves; null in facts from before it was kept. */
  readonly bodyMassFraction?: number | null
  /** The athlete's body mass in kilograms; null when none was known. */
  readonly bodyMassKg?: number | null
}

export type LoggedExercise = {
  readonly id: SessionExerciseId
  readonly exerciseId: ExerciseId
  readonly order: number
  /** The planned reps or seconds, one number for each set. */
  readonly targets: readonly number[]
  /** How much harder than the library describes it was planned. */
  readonly modifier: Modifier
  readonly standard: Standard
  readonly sets: readonly LoggedSet[]
}

/** A completed session: the facts that training decisions rest on. */
export type LoggedSession = {
  readonly id: SessionId
  /** Day in the athlete's zone. */
  readonly date: string
  readonly completedAt: string
  readonly rulesVersion: string
  /**
   * Where it was trained; null where the athlete usually trains. No decision rests on it, and events
   * do not tell it.
   */
  readonly placeId?: PlaceId | null
  readonly exercises: readonly LoggedExercise[]
}

type Dated<Kind extends string, Facts> = {
  readonly kind: Kind
  /** Day in the athlete's zone, and the instant that orders what happened on one day. */
  readonly on: string
  readonly at: string
  /**
   * The rules in force when it was decided, by which everything that follows from it is judged for
   * ever.
   */
  readonly rulesVersion: string
} & Readonly<Facts>

/** What a goal asks for. The target is null for a skill, whose target is the library's standard. */
export type GoalTerms = {
  readonly kind: GoalKind
  readonly exerciseId: ExerciseId | null
  /** Reps, seconds, or sessions a week. */
  readonly target: number | null
}

/** What put an athlete at a level: the athlete, a level test, or a placement. */
export const LevelSource = z.enum(['hand', 'test', 'placement'])
export type LevelSource = z.output<typeof LevelSource>

/** What was done in a level test: an observation of the exercise that was tested. */
export type TestedWork = {
  readonly exerciseId: ExerciseId
  readonly metric: Metric
  readonly slot: Slot
  /** Reps or seconds, set by set. */
  readonly sets: readonly number[]
  readonly rpeLast: number | null
  /** The library's default sets and difficulty of that day. */
  readonly standardSets: readonly number[]
  readonly difficulty: number
}

/** The most of an exercise in one set, in reps or seconds, as the athlete told it. */
export type ToldMaximum = {
  readonly exerciseId: ExerciseId
  readonly max: number
  /** The library's default of the first set and difficulty of that day. */
  readonly standard: number
  readonly difficulty: number
}

/** A decision of the athlete or of a test: it stands, whatever is corrected around it. */
export type Directive =
  | Dated<'workingSets', { exerciseId: ExerciseId; sets: readonly number[] | null }>
  | Dated<'override', { sessionExerciseId: SessionExerciseId; sets: readonly number[] }>
  | Dated<'confirmation', { sessionExerciseId: SessionExerciseId }>
  | Dated<'assessment', { category: Category; level: number; told?: readonly ToldMaximum[] }>
  | Dated<'level', { category: Category; level: number; source: LevelSource; tested?: TestedWork | null }>
  | Dated<'deload', { startsOn: string; endsOn: string }>
  | Dated<'goal', { goalId: GoalId; goal: GoalTerms | null }>

/** All facts of one athlete that training decisions rest on. */
export type TrainingLog = { readonly sessions: readonly LoggedSession[]; readonly directives: readonly Directive[] }
