import * as z from 'zod'
import type { Ability } from '#domain/ability/ability.js'
import type { Hypotheses } from '#domain/ability/two-hypotheses/hypotheses.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import type { Category, PainSite } from '#domain/library/vocabulary.js'
import type { DecisionKind, DecisionReason, DecisionRuleId } from '#domain/progression/decision.schema.js'
import type { ExerciseId, GoalId, SessionExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import type { GoalTerms, LevelSource } from './training-log.js'

/** Where an athlete stands in one exercise. */
export type ExerciseStanding = {
  readonly exerciseId: ExerciseId
  /** Reps or seconds, one number for each set; null until a session or the athlete sets them. */
  readonly working: readonly number[] | null
  readonly overStreak: number
  readonly failStreak: number
  readonly masteryCount: number
  readonly masteredAt: string | null
  readonly sessionsCount: number
  readonly lastSessionOn: string | null
  readonly lastDecision: DecisionKind | null
  /** Where the athlete stands with a modifier; null while the exercise is done as described. */
  readonly beyond: BeyondStanding | null
}

/** Working sets of an exercise that is done harder than the library describes it. */
export type BeyondStanding = {
  readonly modifier: Modifier
  readonly working: readonly number[]
  readonly overStreak: number
  readonly failStreak: number
}

/**
 * Where an athlete stands in one category. The ability is that of `observedOn`, as its model reports
 * it; ask `abilityOn` for that of a day.
 */
export type CategoryStanding = {
  readonly category: Category
  readonly ability: Ability
  /** What the second model knows; null while the first one is all that has observed. */
  readonly hypotheses: Hypotheses | null
  readonly observedOn: string | null
  readonly sessionsCount: number
  readonly lastSessionOn: string | null
}

export type LevelStanding = {
  readonly category: Category
  readonly level: number
  readonly source: LevelSource
  readonly setOn: string
  readonly setAt: string
}

/** A decision after a session, with all that is needed to explain it and to make it again. */
export type TrainingDecision = {
  readonly sessionExerciseId: SessionExerciseId
  readonly sessionId: SessionId
  readonly exerciseId: ExerciseId
  readonly on: string
  readonly decision: DecisionKind
  readonly reason: DecisionReason
  readonly ruleId: DecisionRuleId
  readonly rulesVersion: string
  readonly inputs: {
    readonly actual: readonly number[]
    readonly rpeLast: number | null
    readonly pain: number
    readonly defaults: readonly number[]
    readonly overStreak: number
    readonly failStreak: number
    readonly masteryCount: number
    /** What the sets were held against, where that may differ from the working sets. */
    readonly targets?: readonly number[]
    /** What each set counted for, where that differs from what was done. */
    readonly counted?: readonly number[]
    /** The place of the session at which all sets of the exercise were judged, where it is another. */
    readonly judgedAt?: SessionExerciseId
  }
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Share of the working sets that was done, 0 to 1. */
  readonly completion: number
  readonly overridden: boolean
}

/**
 * A set that lies too far from what is known to be used before the athlete has confirmed or
 * corrected it.
 */
export type HeldObservation = {
  readonly sessionExerciseId: SessionExerciseId
  readonly sessionId: SessionId
  readonly exerciseId: ExerciseId
  readonly on: string
}

/** What a record counts: most reps, longest hold, or most added mass. */
export const RecordKind = z
  .enum(['reps', 'hold', 'added-weight'])
  .meta({ id: 'RecordKind', description: 'What a record counts', example: 'reps' })
export type RecordKind = z.output<typeof RecordKind>

export type PersonalRecord = {
  readonly exerciseId: ExerciseId
  readonly kind: RecordKind
  /** Reps, seconds or kilograms. */
  readonly value: number
  readonly on: string
  readonly sessionId: SessionId
  readonly setId: SetId
}

/** A goal as the facts leave it. */
export type GoalStanding = GoalTerms & {
  readonly goalId: GoalId
  readonly setOn: string
  /** When the athlete asked for these terms: nothing that was done before reaches them. */
  readonly setAt: string
  /** The rules by which its terms are judged as met. */
  readonly rulesVersion: string
  readonly reachedOn: string | null
}

/** A day in the athlete's zone, and the instant that orders what happened on it. */
export type Moment = { readonly on: string; readonly at: string }

/** What was trained in a calendar week. */
export type TrainedWeek = {
  readonly sessions: number
  /** Sets performed (`countSets`), for each day from Monday on; null for a day without a session. */
  readonly sets: readonly (number | null)[]
}

/** Everything that follows from an athlete's facts. */
export type TrainingState = {
  readonly exercises: ReadonlyMap<ExerciseId, ExerciseStanding>
  readonly categories: ReadonlyMap<Category, CategoryStanding>
  readonly levels: ReadonlyMap<Category, LevelStanding>
  /**
   * What was decided, and what waits for review, after each session that was folded: since the state
   * from which the fold began, where it began with one.
   */
  readonly decisions: readonly TrainingDecision[]
  readonly held: readonly HeldObservation[]
  readonly records: ReadonlyMap<string, PersonalRecord>
  readonly goals: ReadonlyMap<GoalId, GoalStanding>
  readonly deloads: readonly { readonly startsOn: string; readonly endsOn: string }[]
  /** The last day on which something in a category hurt so that it raised a red flag. */
  readonly redPain: ReadonlyMap<Category, string>
  /** What hurt in the last sessions of a category, oldest first. */
  readonly painLately: ReadonlyMap<Category, readonly PainBySite[]>
  /** The last days on which something was decided, oldest first. */
  readonly trainedOn: readonly string[]
  /** The last weeks with a session, by their Monday, oldest first. */
  readonly weeks: ReadonlyMap<string, TrainedWeek>
  /** The days of the last decisions by which working sets went down, one for each. */
  readonly regressedOn: readonly string[]
  readonly firstSessionOn: string | null
  /** The last that was done or decided, but for what is planned ahead; null before anything was. */
  readonly lastMoment: Moment | null
  /** When the athlete last said something about each goal, and about their levels. */
  readonly lastSaid: ReadonlyMap<Topic, Moment>
}

/** What is said anew, and replaces what was said before: a goal, or the levels. */
export type Topic = GoalId | 'levels'

/** The worst pain (0-10) of a session by place; null stands for pain without a named place. */
export type PainBySite = ReadonlyMap<PainSite | null, number>

export const nothingKnown: TrainingState = {
  exercises: new Map(),
  categories: new Map(),
  levels: new Map(),
  decisions: [],
  held: [],
  records: new Map(),
  goals: new Map(),
  deloads: [],
  redPain: new Map(),
  painLately: new Map(),
  trainedOn: [],
  weeks: new Map(),
  regressedOn: [],
  firstSessionOn: null,
  lastMoment: null,
  lastSaid: new Map(),
}

export function standingIn(state: TrainingState, exerciseId: ExerciseId): ExerciseStanding {
  return (
    state.exercises.get(exerciseId) ?? {
      exerciseId,
      working: null,
      overStreak: 0,
      failStreak: 0,
      masteryCount: 0,
      masteredAt: null,
      sessionsCount: 0,
      lastSessionOn: null,
      lastDecision: null,
      beyond: null,
    }
  )
}

/** The state that the fold works on, open for change while the fold runs. */
export type Draft = {
  -readonly [Part in keyof TrainingState]: TrainingState[Part] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : TrainingState[Part] extends readonly (infer Item)[]
      ? Item[]
      : TrainingState[Part]
}

/** Returns the draft with which a fold goes on from a state, which stays as it is. */
export function draftFrom(state: TrainingState): Draft {
  return {
    exercises: new Map(state.exercises),
    categories: new Map(state.categories),
    levels: new Map(state.levels),
    decisions: [],
    held: [],
    records: new Map(state.records),
    goals: new Map(state.goals),
    deloads: [...state.deloads],
    redPain: new Map(state.redPain),
    painLately: new Map(state.painLately),
    trainedOn: [...state.trainedOn],
    weeks: new Map(state.weeks),
    regressedOn: [...state.regressedOn],
    firstSessionOn: state.firstSessionOn,
    lastMoment: state.lastMoment,
    lastSaid: new Map(state.lastSaid),
  }
}
