import type { Category, PainSite, Slot, StrengthSlot, Tag } from '#domain/library/vocabulary.js'
import type { Arrangement } from './arrangement.schema.js'
import type { Day, Modifier } from './coach-athlete.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { DayKind } from './day-kind.schema.js'
import type { RungRule } from './rung-rule.js'
import type { TargetRule } from './targets.js'

export type { DayKind }

/** The half of the body that a session of a split is for. */
export type Half = 'upper' | 'lower'

/** Why a day is what it is. */
export type DayRule =
  | { readonly id: 'day.planned_session' }
  | { readonly id: 'day.done' }
  /** Sessions on the last days before this one, against the athlete's days per week. */
  | { readonly id: 'day.week_full'; readonly sessions: number; readonly threshold: number }
  | {
      readonly id: 'day.no_full_body_two_days_running'
      readonly daysPerWeek: number
      readonly threshold: number
    }
  | { readonly id: 'day.three_in_a_row'; readonly daysInARow: number; readonly threshold: number }
  | { readonly id: 'day.train'; readonly daysPerWeek: number; readonly forced: boolean }

/** What shapes the session of a day as a whole. */
export type SessionRule =
  /** Readiness is red or amber; the threshold is the score from which it would be better, 0-100. */
  | { readonly id: 'ready.red'; readonly rpeCap: number; readonly threshold: number }
  | { readonly id: 'ready.amber'; readonly setsLess: number; readonly rpeCap: number; readonly threshold: number }
  /** Everything hurts, is tired or had its sets: the day is for recovery after all. */
  | { readonly id: 'day.nothing_to_train' }
  /** The share of the usual weekly sets. */
  | { readonly id: 'week.deload'; readonly multiplier: number; readonly rpeCap: number }
  | { readonly id: 'week.return'; readonly multiplier: number }
  /** A whole session on a return, for who came back after a month so often in a row. */
  | { readonly id: 'week.monthly_return'; readonly returns: number; readonly threshold: number }
  /** The mean deficit of each half; null when none of its slots has recovered. */
  | {
      readonly id: 'week.split'
      readonly half: Half
      readonly upper: number | null
      readonly lower: number | null
      readonly threshold: number
    }
  /** Time load of the planned sets before and after the guard, in kilogram-seconds, and the most. */
  | {
      readonly id: 'load.spike_guard'
      readonly category: Category
      readonly before: number
      readonly after: number
      readonly largest: number
      readonly threshold: number
    }

/** Why a slot, or a ladder of skills, has no exercise in a session. */
export type SlotRule =
  | { readonly id: 'slot.nothing_fits'; readonly sites: readonly PainSite[] }
  | { readonly id: 'slot.no_vertical_pull' }
  | { readonly id: 'slot.weekly_cap'; readonly done: number; readonly threshold: number }
  | {
      readonly id: 'slot.too_far_below'
      /** Difficulty with its modifier, and the athlete's ability, in levels. */
      readonly difficulty: number
      readonly ability: number
      readonly sibling: StrengthSlot
      readonly threshold: number
    }
  | { readonly id: 'slot.recovering'; readonly setsYesterday: number; readonly threshold: number }
  | { readonly id: 'slot.other_half'; readonly half: Half }
  | { readonly id: 'slot.no_time'; readonly minutes: number }

/** Why a ladder of skills that the athlete wants is not part of a session. */
export type SkillRule =
  | { readonly id: 'skill.needs_minutes'; readonly minutes: number; readonly threshold: number }
  | { readonly id: 'skill.needs_level'; readonly level: number; readonly threshold: number }
  | { readonly id: 'skill.needs_rest'; readonly because: 'deload' | 'amber' | 'trained_yesterday' }
  /** Another ladder had its turn; the threshold is the minutes for one more. */
  | { readonly id: 'skill.other_ladder'; readonly minutes: number; readonly threshold: number }

/** What makes an exercise harder that has nothing harder after it, by so many levels. */
export type BeyondRule = {
  readonly id: `beyond.${string}`
  readonly modifier: Modifier
  readonly levels: number
}

/** Why an exercise, its targets or its modifier were chosen. */
export type ChoiceRule = RungRule | TargetRule | BeyondRule

/** An exercise of a session. */
export type RecommendedItem = {
  readonly slot: Slot
  /** What it counts for: its slot, or its ladder of skills. */
  readonly key: SlotKey
  readonly exercise: CoachExercise
  /** Targets, in reps or seconds, one number for each set. */
  readonly sets: readonly number[]
  readonly modifier: Modifier
  /** Reps to leave in reserve, and the RPE that no set may exceed. */
  readonly reserve: number
  readonly rpeCap: number | null
  /** The rest after each set, shortened where an opposite or a circuit fills it. */
  readonly restSeconds: number
  /** Rung, targets and modifier, in this order. */
  readonly rules: readonly ChoiceRule[]
}

/** A slot without an exercise, and why. */
export type LeftOut = { readonly key: SlotKey; readonly rule: SlotRule | SkillRule }

/** What pain takes out of a session, or makes easier. */
export type Blocked = {
  readonly rule: 'pain.bars' | 'pain.eases'
  readonly site: PainSite
  readonly pain: number
  /** The slot or the tag that is concerned. */
  readonly what: { readonly slot: Slot } | { readonly tag: Tag }
  /** The pain from which this holds, 0-10. */
  readonly threshold: number
}

/** One thing to do before the first working set; or all there is to do, on a day of recovery. */
export type WarmupStep =
  | { readonly kind: 'general'; readonly seconds: number }
  | {
      readonly kind: 'specific'
      readonly key: SlotKey
      readonly exercise: CoachExercise
      readonly target: number
    }
  | {
      readonly kind: 'mobility'
      readonly exercise: CoachExercise
      readonly target: number
      readonly sets: number
      readonly rpeCap: number
    }

/** What the coach says about a day. */
export type Recommendation = {
  readonly day: Day
  readonly kind: DayKind
  /** The day's rule first, then what shaped the session, in the order in which it did. */
  readonly rules: readonly [DayRule, ...SessionRule[]]
  /** In the order in which they are done. */
  readonly items: readonly RecommendedItem[]
  readonly arrangement: Arrangement | null
  readonly leftOut: readonly LeftOut[]
  readonly blocked: readonly Blocked[]
  readonly warmup: readonly WarmupStep[]
  /** Everything together; null when there are no exercises. */
  readonly seconds: number | null
}

/** What an athlete asks the coach for. */
export type SessionRequest = {
  readonly minutes: number
  /** A session even on a day of rest; pain, readiness and caps are never lifted. */
  readonly force: boolean
}

/** Hard sets of a slot in a week, against what the coach aims at and what it never exceeds. */
export type SlotWeek = {
  readonly slot: StrengthSlot
  readonly hardSets: number
  readonly target: number
  readonly cap: number
}

/** A week of a plan. */
export type PlannedWeek = {
  readonly startsOn: Day
  readonly deload: boolean
  readonly days: readonly Recommendation[]
  readonly slots: readonly SlotWeek[]
}

/** Something that is not at hand, and the slots that it would open or lift. */
export type EquipmentHint = { readonly item: string; readonly slots: readonly StrengthSlot[] }
