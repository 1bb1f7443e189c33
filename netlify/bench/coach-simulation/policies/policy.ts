import type { CoachLibrary } from '#domain/coach/coach-exercise.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { Directive, TrainingLog } from '#domain/training/training-log.js'
import type { Archetype } from '../archetypes.js'
import type { DoneItem, PlannedItem } from '../perform.js'

/** What a policy knows of a day. It never sees the truth. */
export type PolicyDay = {
  /** A day as the coach counts days, and how many have passed since the first. */
  readonly day: number
  readonly index: number
  readonly equipment: readonly string[]
  /** Null where the athlete usually trains. */
  readonly place: string | null
  readonly trainingLog: TrainingLog
  readonly checkIns: readonly DailyCheckIn[]
}

export type PlannedSession = {
  readonly items: readonly PlannedItem[]
  readonly seconds: number
  /** What begins with accepting it; nothing when it is left out. */
  readonly directives?: readonly Directive[]
}

/** Who says what is done on a day: null for nothing, an empty session for nothing to offer. */
export type Policy = {
  readonly plan: (day: PolicyDay) => PlannedSession | null
  readonly after: (done: readonly DoneItem[]) => void
}

/** What a policy is made of, for one athlete. */
export type PolicySetting = {
  readonly archetype: Archetype
  readonly library: CoachLibrary
  readonly ruleBook: RuleBook
  readonly seed: string
}

/** Tells whether an athlete who trains on so many days a week trains on a day of the week (0 to 6). */
export function isTrainingDay(daysPerWeek: number, weekday: number): boolean {
  return (trainingWeeks[daysPerWeek] ?? []).includes(weekday)
}

const trainingWeeks: Readonly<Record<number, readonly number[]>> = {
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  6: [0, 1, 2, 3, 4, 5],
}
