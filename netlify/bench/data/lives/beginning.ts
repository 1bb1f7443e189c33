import { healthDataPurpose } from '#domain/account/health-data.js'
import { addDays } from '#domain/calendar/days-between.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import { categories } from '#domain/library/vocabulary.js'
import { GoalId } from '#domain/values/id.schema.js'
import type { Random } from '#infrastructure/demo/random.js'
import type { Recorded } from '#infrastructure/demo/recorded.js'
import type { Person } from '../people/person.js'
import { instantAt } from './clock.js'
import { type Block, strengthOn } from './strength.js'
import type { World } from './world.js'

const goalShare = 0.35

/**
 * Tells what an athlete enters on the evening before the first day: the consent to the use of health data, a level
 * in each category, a body mass, and perhaps goals.
 */
export function beginning(person: Person, { exercises }: Block, random: Random, world: World): Recorded {
  const { version: rulesVersion } = world.ruleBook.inForce
  const { bodyMassKg } = person
  const on = addDays(person.firstDay, -1)
  const at = instantAt(person.timeZone, on, 20 * 60)
  const setGoal = (goal: Extract<DomainEvent, { type: 'goal.set' }>['payload']['goal']) => {
    const goalId = random.newId(GoalId)
    return event('goal.set', goalId, at, { goalId, on, goal, deadline: null, rulesVersion })
  }
  const [hardest] = exercises.Push.toSorted((a, b) => b.difficulty - a.difficulty)
  const skill =
    random.chance(goalShare) && hardest ? [setGoal({ kind: 'skill', exerciseId: hardest.id, target: null })] : []
  const often = random.chance(goalShare) ? [setGoal({ kind: 'consistency', exerciseId: null, target: 3 })] : []
  const health =
    bodyMassKg === null
      ? []
      : [event('consent.changed', healthDataPurpose, at, { purpose: healthDataPurpose, given: true })]
  const events = [
    ...health,
    ...categories.map((category) => {
      const level = Math.min(5, Math.max(0, Math.floor(strengthOn(person, category, on))))
      return event('level.setByHand', category, at, { category, level, on, rulesVersion })
    }),
    ...weighIn(bodyMassKg, on, at),
    ...skill,
    ...often,
  ]
  return { at, events }
}

/** Tells that an athlete stood on the scales; nothing for one who does not. */
export function weighIn(bodyMassKg: number | null, on: string, at: Date): DomainEvent[] {
  return bodyMassKg === null ? [] : [event('bodyMass.recorded', on, at, { on, bodyMassKg })]
}
