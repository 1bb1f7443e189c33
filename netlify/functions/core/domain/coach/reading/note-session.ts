import type { Ability } from '#domain/ability/ability.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { LoggedExercise, LoggedSession } from '#domain/training/training-log.js'
import type { CategoryStanding, TrainingDecision } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { CoachLibrary, SlotKey } from '../coach-exercise.js'
import { slotKeyOf } from '../slot-key.js'
import type { Anchors, CoachNotes, ExerciseNotes, SlotNotes } from './coach-notes.js'
import { dayOf } from './day-number.js'
import { noExerciseNotes, noteTakenBack, noteTrained } from './note-exercise.js'
import { noteSlot, type SlotObservation } from './note-slot.js'
import { type SeenExercise, seenIn } from './seen-exercise.js'

type Categories = ReadonlyMap<Category, CategoryStanding>

/** A session, and what the fold made of it. */
export type FoldedSession = {
  readonly session: LoggedSession
  /** Null where the athlete usually trains. */
  readonly place: string | null
  readonly before: Categories
  readonly after: Categories
  readonly decisions: readonly TrainingDecision[]
  readonly isHeld: (entry: LoggedExercise) => boolean
  readonly isConfirmed: (entry: LoggedExercise) => boolean
}

/** Notes a session: slots and offsets, gains, what was taken back, and the last exercise of each slot. */
export function noteSession(
  notes: CoachNotes,
  folded: FoldedSession,
  library: CoachLibrary,
  rules: TrainingRules,
): void {
  const { session, decisions } = folded
  const seen = seenIn(session, library, folded.isHeld, rules)
  const byKey = Map.groupBy(seen, ({ exercise }) => slotKeyOf(exercise))
  for (const [key, ofSlot] of byKey) noteSlotOf(notes, key, ofSlot, folded, rules)
  const day = dayOf(session.date)
  const change = (id: ExerciseId, changed: (before: ExerciseNotes) => ExerciseNotes) =>
    notes.exercises.set(id, changed(notes.exercises.get(id) ?? noExerciseNotes(rules)))
  for (const one of seen) change(one.exercise.id, (before) => noteTrained(before, day, one, rules))
  for (const decision of decisions) change(decision.exerciseId, (before) => noteTakenBack(before, decision, day))
  noteAnchors(notes, folded.place, byKey)
}

function noteSlotOf(
  notes: CoachNotes,
  key: SlotKey,
  ofSlot: readonly SeenExercise[],
  { session, before, after, isConfirmed }: FoldedSession,
  rules: TrainingRules,
): void {
  const [first, ...others] = ofSlot.flatMap(({ exercise, observation }): SlotObservation[] =>
    observation === null ? [] : [{ exercise, observation, offset: notes.exercises.get(exercise.id)?.offset }],
  )
  if (first === undefined) return
  const { category } = first.exercise
  const noted = noteSlot(
    notes.slots.get(key),
    {
      day: dayOf(session.date),
      seen: [first, ...others],
      category: abilityOn(before.get(category), session.date, rules),
      confirmed: ofSlot.some(({ entries }) => entries.some(isConfirmed)),
    },
    rules,
  )
  const slot = noted.slot && agreesWith(noted.slot, abilityOn(after.get(category), session.date, rules), key, rules)
  if (slot) notes.slots.set(key, slot)
  else notes.slots.delete(key)
  for (const [id, offset] of noted.offsets)
    notes.exercises.set(id, { ...(notes.exercises.get(id) ?? noExerciseNotes(rules)), offset })
}

/** Slots of which the estimate of the category says nothing, because they do not feed it. */
const apart: readonly SlotKey[] = ['core', 'prep']

/**
 * Returns a slot, or null when the category has gone far away from it: then a wrong start was put
 * right in the category, and the slot follows.
 */
function agreesWith(slot: SlotNotes, category: Ability, key: SlotKey, rules: TrainingRules): SlotNotes | null {
  if (apart.includes(key)) return slot
  const spread = Math.sqrt(slot.variance + category.variance + rules.coach.estimate.slotVariance)
  return Math.abs(slot.mean - category.mean) <= rules.ability.reviewGateDeviations * spread ? slot : null
}

/** Keeps, for each slot, the exercise of most sets; of several the one that was done last. */
function noteAnchors(
  notes: CoachNotes,
  place: string | null,
  byKey: ReadonlyMap<SlotKey, readonly SeenExercise[]>,
): void {
  const anchors: Anchors = notes.anchors.get(place) ?? new Map()
  notes.anchors.set(place, anchors)
  for (const [key, ofSlot] of byKey) {
    const most = ofSlot.reduce((best, one) => (setsOf(one) >= setsOf(best) ? one : best))
    anchors.set(key, most.exercise.id)
  }
}

function setsOf({ entries }: SeenExercise): number {
  const worked = entries.flatMap(({ id, sets }) =>
    sets.filter(({ kind }) => kind !== 'warmup').map(({ setNumber }) => `${id} ${setNumber}`),
  )
  return new Set(worked).size
}
