import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { athleteWithHistory } from '../athletes.js'
import { athletesOf, detailedFrom, type Enrolled, enrol } from './enrol.js'
import { sessionsMax } from './share-sessions.js'

const until = '2026-11-20'
const few = { histories: [52, 260], crowd: 20, sessions: 6_000, seed: 'one', until } as const

const athletesIn = (enrolled: readonly Enrolled[]) => enrolled.flatMap(athletesOf)
const sessionsOf = (enrolled: readonly Enrolled[]) =>
  enrolled.reduce((sum, one) => sum + one.schedule.length * athletesOf(one).length, 0)

describe('enrol', () => {
  it('makes as many athletes with as many sessions as were asked for', () => {
    const enrolled = enrol(few)
    expect(new Set(athletesIn(enrolled).map(({ id }) => id)).size).toBe(22)
    expect(sessionsOf(enrolled)).toBe(6_000)
  })

  it('lets most of the crowd live alike in fours, and nobody with a known history', () => {
    expect(enrol(few).map((one) => athletesOf(one).length)).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 4, 4].toSorted())
  })

  it('shares out whatever athletes can have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (crowd, part) => {
        const sessions = crowd + Math.round(part * crowd * (sessionsMax - 1))
        const enrolled = enrol({ ...few, histories: [], crowd, sessions })
        expect([athletesIn(enrolled).length, sessionsOf(enrolled)]).toEqual([crowd, sessions])
      }),
      { numRuns: 30 },
    )
  })

  it('makes the same for the same seed, and others for another', () => {
    expect(enrol(few)).toEqual(enrol(few))
    expect(enrol({ ...few, seed: 'another' })).not.toEqual(enrol(few))
  })

  it('makes an athlete with a known history the same beside other athletes', () => {
    const { id } = athleteWithHistory(260)
    const knownIn = (enrolled: readonly Enrolled[]) => enrolled.find(({ person }) => person.athlete.id === id)
    expect(knownIn(enrol({ ...few, crowd: 3, sessions: 1_000 }))).toEqual(knownIn(enrol(few)))
  })
})

describe('detailedFrom', () => {
  it('is the day from which on two fifths of all sessions, all of them done, are the newest of the crowd', () => {
    const enrolled = enrol(few)
    const done = enrolled
      .filter(({ person }) => !person.inFull)
      .flatMap((one) => athletesOf(one).flatMap(() => one.schedule.filter(({ outcome }) => outcome === 'done')))
      .map(({ date }) => date)
    const from = detailedFrom(enrolled)
    expect(done.filter((date) => date >= from).length).toBeGreaterThanOrEqual(2_400)
    expect(done.filter((date) => date > from).length).toBeLessThan(2_400)
  })
})
