import { addDays } from '#domain/calendar/days-between.js'
import type { DomainEvent } from '#domain/event/event.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { type PlannableExercise, plannableByKey } from '#domain/session/plan-exercise.js'
import { planSession } from '#domain/session/plan-session.js'
import type { PlannedSession } from '#domain/session/session.js'
import { planningEvents } from '#domain/session/session-events.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { chooseExercises, exercisesOf } from './choose-exercises.js'
import { demoLevels } from './demo-athlete.js'
import { type DemoWorld, pastInstant } from './demo-world.js'
import type { Random } from './random.js'
import type { Slot } from './slots.js'

export type Planned = { readonly session: PlannedSession; readonly events: readonly DomainEvent[]; readonly at: Date }

const minutesPerExercise = 8

/** Plans a session on the evening before it, with the working sets that the athlete has then. */
export function planSlot(world: DemoWorld, slot: Slot, standings: TrainingState['exercises'], random: Random): Planned {
  const exercises = exercisesOf(chooseExercises(world.library), slot.ranks)
  const plannable = world.plannable.map((item) => withWorkingSets(item, standings))
  const facts = {
    now: pastInstant(world, addDays(slot.date, -1), '21:00'),
    newId: random.newId,
    rules: world.ruleBook.inForce,
  }
  const request = {
    date: slot.date,
    time: slot.time,
    level: demoLevels.Push,
    durationMinutes: minutesPerExercise * exercises.length,
    exercises: exercises.map(({ slug }) => ({ exercise: slug })),
  }
  const session = planSession(request, plannableByKey(plannable), facts)
  return { session, events: planningEvents(session, facts), at: facts.now }
}

function withWorkingSets(item: PlannableExercise, standings: TrainingState['exercises']): PlannableExercise {
  const working = standings.get(item.exercise.id)?.working
  if (!working) return item
  const sets = setPrescriptions(working, item.exercise.metric)
  return { ...item, personal: { ...item.personal, sets } }
}
