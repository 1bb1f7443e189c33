import { describe, expect, it } from 'vitest'
import { randomFrom } from '#infrastructure/demo/random.js'
import { type Person, personOfCrowd, personWithHistory } from './person.js'
import { type Slot, scheduleOf } from './schedule.js'

const until = '2026-11-20'

const crowd = Array.from({ length: 60 }, (_, index) => {
  const random = randomFrom(`person ${index}`)
  const person = personOfCrowd(index + 1, 1 + index * 30, until, random)
  return { person, schedule: scheduleOf(person, until, random) }
})

const placeOf = ({ date, minute }: Slot) => `${date} ${String(minute).padStart(4, '0')}`

describe('scheduleOf', () => {
  it('has as many sessions as the athlete, in order, within their time', () => {
    for (const { person, schedule } of crowd) {
      expect(schedule).toHaveLength(person.sessions)
      const places = schedule.map(placeOf)
      expect(places).toEqual(places.toSorted())
      expect((schedule[0]?.date ?? '') >= person.firstDay).toBe(true)
      expect((schedule.at(-1)?.date ?? '') <= person.lastDay).toBe(true)
    }
  })

  it('plans what lies ahead, and nothing else', () => {
    const slots = crowd.flatMap(({ schedule }) => schedule)
    const ahead = slots.filter(({ outcome }) => outcome === 'ahead')
    expect(ahead.length).toBeGreaterThan(0)
    expect(ahead).toEqual(slots.filter(({ date }) => date > until))
  })

  it('knows people who gave up, and people who miss what they planned', () => {
    expect(crowd.filter(({ person }) => person.lastDay < '2026-10-01').length).toBeGreaterThan(5)
    const outcomes = new Set(crowd.flatMap(({ schedule }) => schedule.map(({ outcome }) => outcome)))
    expect([...outcomes].toSorted()).toEqual(['ahead', 'begun', 'done', 'missed', 'skipped'])
  })

  it('gives an athlete with a known history nothing but done sessions, up to the last day', () => {
    const random = randomFrom('history')
    const person: Person = personWithHistory(5_000, until, random)
    const schedule = scheduleOf(person, until, random)
    expect(schedule).toHaveLength(5_000)
    expect(new Set(schedule.map(({ outcome }) => outcome))).toEqual(new Set(['done']))
    expect(person.lastDay).toBe(until)
  })
})
