import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { effortByDay } from '#domain/load/daily-loads.js'
import type { SessionLoads } from '#domain/load/performed-session.js'
import { type WeekStatistics, weekStatistics } from '#domain/load/week-statistics.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { effort, effortsOf, loadsOf, nobody, today } from '#tests/support/situations.js'
import { monotony, strain } from './load-evidence.js'

/** Looks through all sessions for each week, as the rule is written. */
function weeksPlainly(loads: readonly SessionLoads[]): WeekStatistics[] {
  const [first] = loads.map(({ date }) => date).toSorted()
  const weeks: WeekStatistics[] = []
  for (let last = today; first !== undefined && addDays(last, -6) >= first; last = addDays(last, -7)) {
    weeks.push(weekStatistics(effortByDay(loads, addDays(last, -6), last), rulesInForce))
  }
  return weeks
}

const history = fc
  .array(fc.record({ daysAgo: fc.integer({ min: -10, max: 90 }), au: fc.option(fc.nat(900)) }), { maxLength: 50 })
  .map((sessions) =>
    sessions.map(({ daysAgo, au }, index) =>
      loadsOf(daysAgo, { id: idOf.session(`${index}`), ...(au === null ? {} : effort(au)) }),
    ),
  )

describe('monotony and strain', () => {
  it('rest on the weeks back from today that are in the log as a whole', () => {
    fc.assert(
      fc.property(history, (loads) => {
        const [week, ...before] = weeksPlainly(loads)
        const facts = [monotony, strain].map(
          (gather) => gather({ ...nobody, efforts: effortsOf(loads) }, rulesInForce)?.facts,
        )
        expect(facts[0]?.monotony).toBe(week?.monotony)
        expect(facts[0]?.weekTotal).toBe(week?.total)
        expect(facts[1]?.strain).toBe(week?.strain)
        expect(facts[1]?.strainHistory).toEqual(week && before.map((earlier) => earlier.strain).toReversed())
      }),
    )
  })
})
