import type { Ability } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import { measure, standardisedResidual } from '#domain/ability/measurement.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { Day } from '../coach-athlete.js'
import type { CoachExercise } from '../coach-exercise.js'
import { startOfOffset, startOfSlot } from '../estimate.js'
import { type OffsetObservation, updateOffset, updateSlot } from '../offset.js'
import type { SlotNotes } from './coach-notes.js'
import type { SeenObservation } from './seen-exercise.js'

/** An exercise that a session says something about, and what was known of it before. */
export type SlotObservation = {
  readonly exercise: CoachExercise
  readonly observation: SeenObservation
  /** How much better than at the slot; undefined when the exercise is new. */
  readonly offset: Ability | undefined
}

export type SlotSession = {
  readonly day: Day
  readonly seen: readonly [SlotObservation, ...SlotObservation[]]
  /** The ability in the category on the day, before the session. */
  readonly category: Ability
  /** Whether the athlete has confirmed what looked like a mistake. */
  readonly confirmed: boolean
}

/** What a session makes of a slot, and of the offsets of its exercises. */
export type NotedSlot = { readonly slot: SlotNotes | null; readonly offsets: ReadonlyMap<ExerciseId, Ability> }

/**
 * Notes what a session shows of a slot: the slot first, aged to the day, then how much better each
 * exercise went than the slot was known to be. What lies too far off is not used; when two sessions
 * in a row show nothing else, the slot was wrong, and is found anew.
 */
export function noteSlot(before: SlotNotes | undefined, session: SlotSession, rules: TrainingRules): NotedSlot {
  const known = session.seen.map(({ exercise, observation, offset = startOfOffset(rules) }) => ({
    id: exercise.id,
    observation,
    offset,
  }))
  const start = before ? agedTo(session.day, before, rules) : startOfSlot(session.category, rules)
  const told = known.filter(({ observation }) => !observation.held)
  const usual = told.length === 0 ? start : updateSlot(start, told, rules)
  if (usual !== start) {
    const near = told.filter((one) => !isFarOff(start, one, rules))
    return {
      slot: notesOf(usual, session),
      offsets: new Map(near.map((one) => [one.id, offsetAfter(start, one, rules)])),
    }
  }
  if (!session.confirmed && before?.heldLast !== true)
    return { slot: before ? { ...before, heldLast: true } : null, offsets: new Map() }
  const anywhere = { mean: session.category.mean, variance: rules.ability.confirmedVariance }
  return { slot: notesOf(updateSlot(anywhere, known, rules), session), offsets: new Map() }
}

function offsetAfter(slot: Ability, { offset, observation }: OffsetObservation, rules: TrainingRules): Ability {
  return updateOffset(offset, slot, observation, rules)
}

function notesOf(ability: Ability, { day, seen }: SlotSession): SlotNotes {
  return { ...ability, day, category: seen[0].exercise.category, heldLast: false }
}

function isFarOff(slot: Ability, { observation, offset }: OffsetObservation, rules: TrainingRules): boolean {
  const measured = measure({ ...observation, difficulty: observation.difficulty - offset.mean }, rules)
  return Math.abs(standardisedResidual(slot, measured, rules)) > rules.ability.reviewGateDeviations
}

function agedTo(day: Day, { day: since, mean, variance }: SlotNotes, rules: TrainingRules): Ability {
  return ageAbility({ mean, variance }, Math.max(0, day - since), rules)
}
