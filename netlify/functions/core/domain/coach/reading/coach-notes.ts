import type { Ability } from '#domain/ability/ability.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { AbilityPoint } from '#domain/training/ability-history.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { Residual } from '#domain/warnings/evidence/residuals.js'
import type { DatedAbility, Day } from '../coach-athlete.js'
import type { SlotKey } from '../coach-exercise.js'

/** What the coach remembers of a slot from one session to the next. */
export type SlotNotes = DatedAbility & {
  /** The category of the exercise with which the slot was first seen. */
  readonly category: Category
  /** Whether nothing that the last session showed could be used. */
  readonly heldLast: boolean
}

/** What the coach remembers of an exercise from one session to the next. */
export type ExerciseNotes = {
  readonly offset: Ability
  /** The most in one set that the athlete told, as long as no session has shown it. */
  readonly told: number | null
  readonly lastOn: Day | null
  /** What was done in that session, set by set; of two sides the weaker one. */
  readonly lastSets: readonly number[]
  /** How it was planned in that session. */
  readonly modifier: Modifier
  /** The best estimated maximum, in reps or seconds, as if no modifier had been used. */
  readonly best: number
  readonly gainOn: Day | null
  readonly sessionsWithoutGain: number
  readonly regressedOn: Day | null
  readonly swappedDownOn: Day | null
}

/** The last exercise of each slot. */
export type Anchors = Map<SlotKey, ExerciseId>

/** What the coach notes while a training log is folded. It grows with the fold. */
export type CoachNotes = {
  readonly slots: Map<SlotKey, SlotNotes>
  readonly exercises: Map<ExerciseId, ExerciseNotes>
  /** By place; null is where the athlete usually trains. */
  readonly anchors: Map<string | null, Anchors>
  /** The abilities of the last weeks, for forecasts. */
  readonly abilities: Map<Category, readonly AbilityPoint[]>
  /** How far the last sessions lay from what was expected, for warnings. */
  readonly residuals: Map<Category, readonly Residual[]>
}

/** Returns the notes with which a fold begins: nothing is known. */
export function emptyNotes(): CoachNotes {
  return { slots: new Map(), exercises: new Map(), anchors: new Map(), abilities: new Map(), residuals: new Map() }
}

/** Returns a copy of notes, with which a fold can go on while the notes stay as they are. */
export function copyOfNotes({ slots, exercises, anchors, abilities, residuals }: CoachNotes): CoachNotes {
  return {
    slots: new Map(slots),
    exercises: new Map(exercises),
    anchors: new Map([...anchors].map(([place, bySlot]) => [place, new Map(bySlot)])),
    abilities: new Map(abilities),
    residuals: new Map(residuals),
  }
}
