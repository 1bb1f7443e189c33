import type { Ability } from '#domain/ability/ability.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import type { Category, PainSite } from '#domain/library/vocabulary.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { SlotKey } from './coach-exercise.js'

export type { Modifier }

/** A whole number of days since 1970-01-01; the coach counts days, and knows no clock and no zone. */
export type Day = number

/** An ability in levels as it was on a day: age it once to the day of a question. */
export type DatedAbility = Ability & { readonly day: Day }

/** Where an athlete stands in one exercise, as the coach looks at it. */
export type CoachStanding = {
  readonly mastered: boolean
  /** Reps or seconds, one number for each set, with this modifier; null before the first session. */
  readonly working: readonly number[] | null
  readonly modifier: Modifier
  /** How many levels better than at its slot, and the variance of that. */
  readonly offset: Ability
  /** The most in one set that the athlete told, as long as no session has shown it; in reps or seconds. */
  readonly told: number | null
  readonly lastOn: Day | null
  /** What was done in the last session, set by set; empty before the first. */
  readonly lastSets: readonly number[]
  /** The day of the last gain, the first session being one, and the sessions since then. */
  readonly gainOn: Day | null
  readonly sessionsWithoutGain: number
  /** The day of the last `regress` or `swap_down`, and of the last `swap_down`. */
  readonly regressedOn: Day | null
  readonly swappedDownOn: Day | null
}

/** Everything that the coach knows of an athlete. */
export type CoachAthlete = {
  readonly categories: ReadonlyMap<Category, DatedAbility>
  readonly slots: ReadonlyMap<SlotKey, DatedAbility>
  readonly exercises: ReadonlyMap<ExerciseId, CoachStanding>
  /** The last exercise of each slot, at this place. */
  readonly anchors: ReadonlyMap<SlotKey, ExerciseId>
  readonly hardSets: readonly { readonly day: Day; readonly key: SlotKey; readonly sets: number }[]
  /** Days with a finished session, and days with an open planned one. */
  readonly trained: readonly Day[]
  readonly planned: readonly Day[]
  readonly pain: readonly { readonly day: Day; readonly site: PainSite; readonly pain: number }[]
  /** Time load of each session and category, in kilogram-seconds. */
  readonly loads: readonly { readonly day: Day; readonly category: Category; readonly timeLoad: number }[]
  readonly equipment: readonly string[]
  readonly daysPerWeek: number
  readonly bodyMassKg: number
  /** The most that the athlete can add, in kilograms. */
  readonly loadKg: number
  readonly goals: readonly ExerciseId[]
  /** Ladders of skills that the athlete wants. */
  readonly skills: readonly string[]
  readonly dislikes: readonly ExerciseId[]
  readonly band: 'green' | 'amber' | 'red' | null
  readonly deload: boolean
  /** Share of the sets on the way back from a break; 1 otherwise. */
  readonly returnMultiplier: number
  /** How often in a row they came back after a month, when that makes the session whole; else 0. */
  readonly monthlyReturns: number
}
