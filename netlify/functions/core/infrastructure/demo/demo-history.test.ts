import { beforeAll, describe, expect, test } from 'vitest'
import { dateIn } from '#domain/calendar/time-zone.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import type { Session } from '#domain/session/session.js'
import { readLibrary } from '#queries/read-library.js'
import { findPlannable } from '#queries/session-exercises.js'
import { testDatabase } from '#tests/support/database.js'
import { demoHistory } from './demo-history.js'
import type { DemoWorld } from './demo-world.js'
import { instantInZone } from './instant-in-zone.js'
import { randomFrom } from './random.js'

const { operator, insertAthlete } = await testDatabase('library')

describe('a demo history', () => {
  // a Wednesday, three weeks after the clocks went back
  const now = new Date('2026-11-18T12:00:00Z')
  let world: DemoWorld
  let sessions: readonly Session[]

  const make = (seed: string) => demoHistory(world, randomFrom(seed))
  const setsOf = (session: Session) => session.exercises.flatMap((exercise) => exercise.sets)

  beforeAll(async () => {
    const database = operator()
    const library = [...(await database.query(readLibrary())).library.values()]
    const userId = await insertAthlete({ timeZone: 'Europe/Berlin' })
    const found = await database.query(findPlannable({ userId, ids: library.map(({ id }) => id), slugs: [] }))
    const timeZone = 'Europe/Berlin'
    world = { library, plannable: found?.exercises ?? [], timeZone, now, today: dateIn(timeZone, now), ruleBook }
    sessions = make('a').sessions
  })

  test('is the same for the same seed, and differs for another', () => {
    expect(make('a')).toEqual(make('a'))
    expect(make('b').sessions).not.toEqual(sessions)
  })

  test('fills twelve weeks up to yesterday, and plans the rest of this week', () => {
    expect(sessions[0]?.date).toBe('2026-08-24')
    expect(sessions.at(-1)?.date).toBe('2026-11-22')
    expect(sessions.filter(({ date }) => date >= world.today).map(({ date, status }) => [date, status])).toEqual([
      ['2026-11-18', 'planned'],
      ['2026-11-20', 'planned'],
      ['2026-11-22', 'planned'],
    ])
    expect(sessions.filter(({ date, status }) => date < world.today && status === 'planned')).toEqual([])
  })

  test('has some missed sessions', () => {
    const missed = sessions.filter(({ status }) => status === 'skipped').length
    expect(missed).toBeGreaterThanOrEqual(2)
    expect(missed).toBeLessThanOrEqual(14)
  })

  test('has the same sets in its sessions and logs, with RPE in halves from 5 to 10', () => {
    for (const { exercises } of sessions) {
      for (const { actual, sets } of exercises) {
        const logged = sets.map(({ reps, duration }) => (reps === null ? { duration } : { reps }))
        expect(actual.sets ?? []).toEqual(logged)
      }
    }
    const rated = sessions.flatMap(setsOf).flatMap(({ rpe }) => (rpe === null ? [] : [rpe]))
    expect(rated.length).toBeGreaterThan(500)
    expect(rated.filter((rpe) => rpe < 5 || rpe > 10 || (rpe * 2) % 1 !== 0)).toEqual([])
  })

  test('logs both sides of unilateral exercises, and no side of others', () => {
    const exercises = sessions.flatMap((session) => session.exercises).filter(({ sets }) => sets.length > 0)
    expect(exercises.some(({ exercise }) => exercise.unilateral)).toBe(true)
    for (const { exercise, sets } of exercises)
      expect(new Set(sets.map(({ side }) => side))).toEqual(new Set(exercise.unilateral ? ['left', 'right'] : [null]))
  })

  test('gets better: the same exercises have more reps at the end than at the start', () => {
    const trained = sessions.filter(({ status, exercises }) => status === 'completed' && exercises.length > 3)
    const total = (session: Session | undefined) =>
      session ? setsOf(session).reduce((sum, { reps, duration }) => sum + (reps ?? duration ?? 0), 0) : 0
    const mondays = trained.filter(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay() === 1)
    expect(total(mondays.at(-1))).toBeGreaterThan(total(mondays[0]) * 1.2)
  })

  test("begins at the athlete's time of day, whatever the clocks of the zone do", () => {
    const hours = sessions.flatMap((session) => {
      if (session.status !== 'completed' || session.startedAt === null || session.time !== '18:30') return []
      return [
        (Date.parse(session.startedAt) - instantInZone('Europe/Berlin', session.date, '18:30').getTime()) / 60_000,
      ]
    })
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(-5)
    expect(Math.max(...hours)).toBeLessThanOrEqual(20)
  })

  test('records nothing in the future, and everything in order', () => {
    const instants = make('a').recorded.map(({ at }) => at.getTime())
    expect(instants).toEqual(instants.toSorted((a, b) => a - b))
    expect(Math.max(...instants)).toBeLessThanOrEqual(now.getTime())
  })
})

test.each([
  ['summer', 'Europe/Berlin', '2026-07-01', '18:30', '2026-07-01T16:30:00.000Z'],
  ['winter', 'Europe/Berlin', '2026-12-01', '18:30', '2026-12-01T17:30:00.000Z'],
  ['the day after the clocks went back', 'Europe/Berlin', '2026-10-25', '10:00', '2026-10-25T09:00:00.000Z'],
  ['west of Greenwich', 'America/New_York', '2026-07-01', '20:00', '2026-07-02T00:00:00.000Z'],
  ['half an hour off', 'Asia/Kolkata', '2026-07-01', '00:15', '2026-06-30T18:45:00.000Z'],
])('instantInZone: %s', (_, zone, date, time, expected) => {
  expect(instantInZone(zone, date, time).toISOString()).toBe(expected)
})

test('the random numbers of one seed are the same, and spread over their range', () => {
  const draws = (seed: string) => Array.from({ length: 1000 }, randomFrom(seed).next)
  expect(draws('x')).toEqual(draws('x'))
  expect(new Set(draws('x')).size).toBeGreaterThan(990)
  const mean = draws('y').reduce((sum, draw) => sum + draw, 0) / 1000
  expect(mean).toBeGreaterThan(0.45)
  expect(mean).toBeLessThan(0.55)
})
