import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { inOrder } from '#domain/calendar/in-order.js'
import { categories } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { countReads } from '#tests/support/count-reads.js'
import { idOf } from '#tests/support/ids.js'
import { ago, loadsOf, today } from '#tests/support/situations.js'
import type { SessionLoads } from './performed-session.js'
import { sessionSpike } from './session-spike.js'
import { type CategorySpike, spikesBetween } from './spikes.js'

/** Compares every session with all those before it, as the rule is written. */
function plainly(sessions: readonly SessionLoads[], from: string, to: string): CategorySpike[] {
  const { priorDays, referenceSessionsMin } = rulesInForce.load.spike
  const spikes = categories.flatMap((category) => {
    const worked = inOrder(sessions).filter(({ sets }) => sets[category] > 0)
    return worked.map(({ id, date, timeLoadKgSeconds }, index) => {
      const loadOf = (other: SessionLoads) => other.timeLoadKgSeconds[category]
      const before = worked.slice(0, index)
      const loads = {
        load: timeLoadKgSeconds[category],
        prior30Days: before.filter((other) => other.date >= addDays(date, -priorDays)).map(loadOf),
        priorLast3: before.slice(-referenceSessionsMin).map(loadOf),
      }
      return { sessionId: id, date, category, loads, spike: sessionSpike(loads, rulesInForce) }
    })
  })
  return spikes.filter(({ date }) => date >= from && date <= to).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

const perCategory = (max: number) => fc.record({ Push: fc.nat(max), Pull: fc.nat(max), Squat: fc.nat(max) })
const session = fc.record({ daysAgo: fc.integer({ min: -5, max: 120 }), sets: perCategory(2), load: perCategory(900) })
const history = fc.array(session, { maxLength: 60 }).map((sessions) =>
  sessions.map(({ daysAgo, sets, load }, index) => {
    return loadsOf(daysAgo, { id: idOf.session(`${index}`), sets, timeLoadKgSeconds: load })
  }),
)

describe('spikesBetween', () => {
  it('gives what the plain comparison with all earlier sessions gives', () => {
    fc.assert(
      fc.property(history, fc.nat(100), fc.nat(60), (sessions, back, days) => {
        const [from, to] = [ago(back), addDays(ago(back), days)]
        expect(spikesBetween(sessions, from, to, rulesInForce)).toEqual(plainly(sessions, from, to))
      }),
    )
  })

  it('looks at a history four times as long about four times as often', () => {
    const readsOf = (count: number) => {
      const sessions = Array.from({ length: count }, (_, index) =>
        loadsOf(count - index, { id: idOf.session(`${index}`), sets: { Push: 3, Pull: 3, Squat: 3 } }),
      )
      const { thing, reads } = countReads(sessions)
      spikesBetween(thing, '2000-01-01', today, rulesInForce)
      return reads()
    }
    expect(readsOf(1_600) / readsOf(400)).toBeLessThan(5)
  })
})
