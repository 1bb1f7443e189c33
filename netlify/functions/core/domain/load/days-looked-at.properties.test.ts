import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { deloadFacts } from '#domain/recovery/deload-facts.js'
import { rulesInForce as rules } from '#domain/rules/rules-in-force.js'
import { nothingKnown } from '#domain/training/training-state.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { raiseWarnings } from '#domain/warnings/raise-warnings.js'
import { idOf } from '#tests/support/ids.js'
import { ago, effort, effortsOf, loadsOf, nobody, today } from '#tests/support/situations.js'
import {
  deloadLooksSince,
  reportLooksSince,
  reportLooksUntil,
  sessionsLookedAtBefore,
  warningsLookSince,
} from './days-looked-at.js'
import { reportLoad } from './load-report.js'
import type { SessionLoads } from './performed-session.js'

const perCategory = (min: number, max: number) => {
  const number = fc.integer({ min, max })
  return fc.record({ Push: number, Pull: number, Squat: number })
}
/**
 * Sessions of all categories: so many in a few weeks that the last ones before are not all of what
 * rules look at, and breaks that are longer than that.
 */
const history = fc
  .array(
    fc.record({
      days: fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: 0, max: 2 }) },
        { weight: 1, arbitrary: fc.integer({ min: 20, max: 70 }) },
      ),
      sets: perCategory(1, 6),
      load: perCategory(1, 900),
      au: fc.nat(500),
    }),
    { maxLength: 80, size: 'max' },
  )
  .map((sessions) => {
    let daysAgo = -3
    return sessions
      .map(({ days, sets, load, au }, index) => {
        daysAgo += days
        return loadsOf(daysAgo, { id: idOf.session(`${index}`), sets, timeLoadKgSeconds: load, ...effort(au) })
      })
      .toReversed()
  })

/** The sessions from one day to another, and the last before: what is read of a history. */
function lookedAt(sessions: readonly SessionLoads[], since: string, until: string | null): SessionLoads[] {
  const before = sessions.filter(({ date }) => date < since).slice(-sessionsLookedAtBefore(rules))
  return [...before, ...sessions.filter(({ date }) => date >= since && (until === null || date <= until))]
}

describe('what lies before the days that are looked at', () => {
  it('changes no report of a range', () => {
    fc.assert(
      fc.property(history, fc.nat(400), fc.nat(60), (sessions, back, length) => {
        const [from, to] = [ago(back), addDays(ago(back), length)]
        const read = lookedAt(sessions, reportLooksSince(from, rules), reportLooksUntil(to))
        expect(reportLoad(read, { from, to, today }, rules)).toEqual(reportLoad(sessions, { from, to, today }, rules))
      }),
    )
  })

  it('changes no warning', () => {
    const warningsOf = (loads: readonly SessionLoads[], efforts: typeof nobody.efforts) =>
      inOneGo(raiseWarnings({ ...nobody, loads, efforts }, rules))
    fc.assert(
      fc.property(history, (sessions) => {
        const efforts = effortsOf(sessions)
        const read = lookedAt(sessions, warningsLookSince(today, rules), null)
        expect(warningsOf(read, efforts)).toEqual(warningsOf(sessions, efforts))
      }),
    )
  })

  it('changes nothing that tells whether an easier week is due', () => {
    const factsOf = (loads: readonly SessionLoads[]) =>
      deloadFacts({ state: nothingKnown, checkIns: [], today, loads }, rules)
    const rated = history.map((sessions) => sessions.map((session, index) => ({ ...session, rpes: [6 + (index % 5)] })))
    fc.assert(
      fc.property(rated, (sessions) => {
        const read = sessions.filter(({ date }) => date >= deloadLooksSince(today, rules))
        expect(factsOf(read)).toEqual(factsOf(sessions))
      }),
    )
  })
})
