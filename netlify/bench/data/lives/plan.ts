import { exerciseIn } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import { type PlannableExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import { planSession } from '#domain/session/plan-session.js'
import type { PlannedSession } from '#domain/session/session.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { Random } from '#infrastructure/demo/random.js'
import type { Slot } from '../people/schedule.js'
import { timeOfDay } from './clock.js'
import type { Block } from './strength.js'
import type { World } from './world.js'

const minutesPerExercise = 8
const secondShare = 0.3

export type Planning = {
  readonly slot: Slot
  readonly block: Block
  /** How many sessions came before: exercises take turns. */
  readonly turn: number
  readonly state: TrainingState
  readonly bodyMassKg: number | null
  readonly now: Date
  /** Whether it has exercises, or is nothing but a day with training. */
  readonly inFull: boolean
}

/** Plans a session with the working sets that the athlete has then: one or two exercises of each category. */
export function planSlot(planning: Planning, world: World, random: Random): PlannedSession {
  const { slot, now, inFull, bodyMassKg } = planning
  const chosen = inFull ? categories.flatMap((category) => exercisesOf(category, planning, world, random)) : []
  const facts = { now, newId: random.newId, rules: world.ruleBook.inForce, bodyMassKg }
  const request = {
    date: slot.date,
    time: timeOfDay(slot.minute),
    durationMinutes: inFull ? minutesPerExercise * chosen.length : 45,
    exercises: chosen.map(({ exercise }) => ({ exercise: exercise.slug })),
  }
  return planSession(request, plannableByKey(chosen), facts)
}

function exercisesOf(category: Category, { block, turn, state }: Planning, world: World, random: Random) {
  const exercises = block.exercises[category]
  const places = random.chance(secondShare) ? [turn, turn + 1] : [turn]
  const own = [...new Set(places.map((place) => exercises[place % exercises.length]))]
  return own.flatMap((facts) => (facts ? [withWorkingSets(exerciseIn(world.plannable, facts.id), state)] : []))
}

function withWorkingSets(item: PlannableExercise, state: TrainingState): PlannableExercise {
  const working = state.exercises.get(item.exercise.id)?.working
  if (!working) return item
  return { ...item, personal: { ...item.personal, sets: setPrescriptions(working, item.exercise.metric) } }
}
