import { measure } from '#domain/ability/measurement.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { cappedObservation } from '#domain/training/judging/capped-observation.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { Directive, ToldMaximum } from '#domain/training/training-log.js'
import type { CategoryStanding } from '#domain/training/training-state.js'
import type { CoachLibrary } from '../coach-exercise.js'
import { slotKeyOf } from '../slot-key.js'
import type { CoachNotes } from './coach-notes.js'
import { dayOf } from './day-number.js'
import { noExerciseNotes } from './note-exercise.js'
import { noteSlot, type SlotObservation } from './note-slot.js'

type Assessment = Extract<Directive, { kind: 'assessment' }>

/**
 * Notes that the athlete said anew how strong they are: the slots of the category start from there, and
 * the most that was told of an exercise is the first thing that is known of it and of its slot.
 *
 * @param categories the abilities after the assessment.
 */
export function noteAssessment(
  notes: CoachNotes,
  { category, on, told = [] }: Assessment,
  categories: ReadonlyMap<Category, CategoryStanding>,
  library: CoachLibrary,
  rules: TrainingRules,
): void {
  for (const [key, slot] of notes.slots) if (slot.category === category) notes.slots.delete(key)
  for (const [id, { told: before, lastOn }] of notes.exercises) {
    const wasToldAlone = before !== null && lastOn === null
    if (wasToldAlone && exerciseIn(library, id).category === category) notes.exercises.delete(id)
  }
  if (rules.judging.toldMaximum.counts === 'level') return
  const ability = abilityOn(categories.get(category), on, rules)
  const measures = told.flatMap((one) => {
    const observation = observationOf(one, ability.mean, library, rules)
    return observation ? [{ ...observation, max: one.max, offset: notes.exercises.get(one.exerciseId)?.offset }] : []
  })
  for (const [key, ofSlot] of Map.groupBy(measures, ({ exercise }) => slotKeyOf(exercise))) {
    const [first, ...others] = ofSlot
    if (first === undefined) continue
    const day = dayOf(on)
    const noted = noteSlot(undefined, { day, seen: [first, ...others], category: ability, confirmed: false }, rules)
    if (noted.slot) notes.slots.set(key, noted.slot)
    for (const { exercise, max, offset } of ofSlot) {
      const before = notes.exercises.get(exercise.id) ?? noExerciseNotes(rules)
      const known = noted.offsets.get(exercise.id) ?? offset ?? before.offset
      notes.exercises.set(exercise.id, { ...before, offset: known, told: max })
    }
  }
}

/**
 * Returns what was told as a set that nobody saw; null when it tells nothing: a zero only places, and a
 * boast far above the exercise's standard tells no more than the level that it led to.
 */
function observationOf(
  { exerciseId, max, standard, difficulty }: ToldMaximum,
  expected: number,
  library: CoachLibrary,
  rules: TrainingRules,
): Omit<SlotObservation, 'offset'> | null {
  if (max === 0) return null
  const exercise = exerciseIn(library, exerciseId)
  const { share, variance } = rules.judging.toldMaximum
  const set = { metric: exercise.metric, actual: share * max, rpe: rules.effort.rpeMax, failed: false }
  const told = {
    ...set,
    exercise: exerciseId,
    planned: null,
    difficulty,
    defaultAmount: standard,
    toldVariance: variance,
  }
  const { actual } = cappedObservation(told, rules)
  const bounded = { ...told, actual }
  if (actual < told.actual && measure(bounded, rules).level <= expected) return null
  return { exercise, observation: { ...bounded, modifierLevels: 0, held: false } }
}
