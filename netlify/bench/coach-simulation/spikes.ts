import { timeLoadsOf } from '#domain/coach/reading/recent-training.js'
import { categories } from '#domain/library/vocabulary.js'
import { sessionSpike } from '#domain/load/session-spike.js'
import { loggedSession } from './journal.js'
import type { Journey } from './run.js'
import { truth } from './truth.js'

/** Lists the ratios of sessions whose load stands out in a category from those before. */
export function spikesOf({ sessions, library, rules }: Journey): number[] {
  const logged = sessions.map(({ day, items }) => loggedSession(day, items, rules.version))
  const bodyMass = [{ on: '2025-01-01', bodyMassKg: truth.bodyMassKg }]
  const all = timeLoadsOf(logged, library, bodyMass, rules)
  return categories.flatMap((category) => {
    const loads = all.filter((load) => load.category === category)
    return loads.flatMap(({ day, timeLoad }, index) => {
      const prior = loads.slice(0, index)
      const prior30Days = prior.filter((one) => one.day >= day - rules.load.spike.priorDays).map((one) => one.timeLoad)
      const priorLast3 = prior.slice(-3).map((one) => one.timeLoad)
      const { ratio } = sessionSpike({ load: timeLoad, prior30Days, priorLast3 }, rules)
      return ratio !== null && ratio > rules.load.spike.noneMax ? [ratio] : []
    })
  })
}
