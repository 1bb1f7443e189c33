import { healthDataPurpose } from '#domain/account/health-data.js'
import { addDays } from '#domain/calendar/days-between.js'
import { type DomainEvent, event } from '#domain/event/event.js'
import { categories } from '#domain/library/vocabulary.js'
import { startSets } from '#domain/progression/start-value.js'
import { chooseExercises } from './choose-exercises.js'
import { demoLevels } from './demo-athlete.js'
import { type DemoWorld, pastInstant } from './demo-world.js'
import type { Recorded } from './recorded.js'
import { firstMonday } from './slots.js'

/**
 * Records what the athlete enters before the first session: the consent to the use of health data, a
 * level in each category, and working sets to begin with.
 */
export function beginning(world: DemoWorld): Recorded {
  const on = addDays(firstMonday(world.today), -1)
  // earlier in the evening than the planning of the first session
  const at = pastInstant(world, on, '20:00')
  const chosen = Object.values(chooseExercises(world.library)).flat()
  const { inForce: rules } = world.ruleBook
  const rulesVersion = rules.version
  const events: DomainEvent[] = [
    event('consent.changed', healthDataPurpose, at, { purpose: healthDataPurpose, given: true }),
    ...categories.map((category) =>
      event('level.setByHand', category, at, { category, level: demoLevels[category], on, rulesVersion }),
    ),
    ...chosen.map(({ id, metric, defaults }) =>
      event('workingSets.setByHand', id, at, {
        exerciseId: id,
        on,
        sets: startSets(metric, defaults, rules),
        rulesVersion,
      }),
    ),
  ]
  return { at, events }
}
