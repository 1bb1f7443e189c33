import { describe, expect, it } from 'vitest'
import { athleteWithHistory } from '../athletes.js'
import { detailedFrom, type Enrolled, enrol } from './enrol.js'

const until = '2026-11-20'
const few = { histories: [52, 260], crowd: 20, sessions: 6_000, seed: 'one', until } as const

const sessionsOf = (enrolled: readonly Enrolled[]) => enrolled.reduce((sum, { schedule }) => sum + schedule.length, 0)

describe('enrol', () => {
  it('makes as many athletes with as many sessions as were asked for', () => {
    const enrolled = enrol(few)
    expect(enrolled).toHaveLength(22)
    expect(sessionsOf(enrolled)).toBe(6_000)
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
      .flatMap(({ schedule }) => schedule.filter(({ outcome }) => outcome === 'done').map(({ date }) => date))
    const from = detailedFrom(enrolled)
    expect(done.filter((date) => date >= from).length).toBeGreaterThanOrEqual(2_400)
    expect(done.filter((date) => date > from).length).toBeLessThan(2_400)
  })
})
