import { describe, expect, test } from 'vitest'
import type { Session } from '#domain/session/session.js'
import { AthleteId, SessionId } from '#domain/values/id.schema.js'
import type { FoundSession } from '#queries/workout-sessions.js'
import { sessionMemory } from './session-memory.js'

const idOf = (n: number) => `0198c0de-7a11-7000-8000-${String(n).padStart(12, '0')}`
const sessionIdOf = (n: number) => SessionId.parse(idOf(n))
const [athlete, other] = [AthleteId.parse(idOf(1)), AthleteId.parse(idOf(2))]

const open: Session = {
  id: sessionIdOf(0),
  date: '2026-11-22',
  time: null,
  status: 'in_progress',
  level: null,
  placeId: null,
  durationMinutes: null,
  notes: null,
  exercises: [],
  startedAt: '2026-11-22T12:00:00.000Z',
  rulesVersion: null,
  version: 1,
  createdAt: '2026-11-22T12:00:00.000Z',
  updatedAt: '2026-11-22T12:00:00.000Z',
}

const found = (n: number, notes = ''): FoundSession => ({
  session: { ...open, id: sessionIdOf(n), notes },
  timeZone: 'Europe/Berlin',
  libraryVersion: null,
})

const noon = new Date('2026-11-22T12:00:00.000Z')
const later = (ms: number) => new Date(noon.getTime() + ms)

/** Which of the sessions 0, 1, 2 and so on are remembered; takes them out. */
const remembered = (memory: ReturnType<typeof sessionMemory>, count: number, now = noon) =>
  Array.from({ length: count }, (_, n) => n).filter((n) => memory.take(athlete, sessionIdOf(n), now) !== null)

describe('a memory of sessions', () => {
  test('gives a session once, to its athlete alone', () => {
    const memory = sessionMemory()
    memory.keep(athlete, found(3), noon)
    expect(memory.take(other, sessionIdOf(3), noon)).toBeNull()
    expect(memory.take(athlete, sessionIdOf(3), noon)).toEqual(found(3))
    expect(memory.take(athlete, sessionIdOf(3), noon)).toBeNull()
  })

  test.each(['completed', 'skipped'] as const)('forgets a session that was %s', (status) => {
    const memory = sessionMemory()
    memory.keep(athlete, found(0), noon)
    const ended = { ...open, status, completedAt: open.updatedAt } as Session
    memory.keep(athlete, { ...found(0), session: ended }, noon)
    expect(remembered(memory, 1)).toEqual([])
  })

  test('keeps a session for a quarter of an hour, counted from the last time', () => {
    const memory = sessionMemory()
    memory.keep(athlete, found(0), noon)
    memory.keep(athlete, found(1), noon)
    memory.keep(athlete, found(0), later(600_000))
    expect(remembered(memory, 2, later(900_000))).toEqual([0])
    memory.keep(athlete, found(0), noon)
    expect(remembered(memory, 1, later(899_999))).toEqual([0])
  })

  test('keeps 500 sessions at most, and forgets the one that was kept first', () => {
    const memory = sessionMemory()
    for (let n = 0; n < 500; n += 1) memory.keep(athlete, found(n), noon)
    memory.keep(athlete, found(0, 'again'), noon)
    memory.keep(athlete, found(500), noon)
    expect(remembered(memory, 501)).toEqual([0, ...Array.from({ length: 499 }, (_, n) => n + 2)])
  })

  test('keeps 4 MB at most, of bytes and not of characters', () => {
    const memory = sessionMemory()
    // a quarter of the room each, and a little more
    for (let n = 0; n < 5; n += 1) memory.keep(athlete, found(n, 'ä'.repeat(500_000)), noon)
    expect(remembered(memory, 5)).toEqual([2, 3, 4])
  })

  test('forgets everything for a session that is larger than its room, and has all its room afterwards', () => {
    const memory = sessionMemory()
    memory.keep(athlete, found(0), noon)
    memory.keep(athlete, found(1, 'x'.repeat(4_000_001)), noon)
    for (let n = 2; n < 5; n += 1) memory.keep(athlete, found(n, 'x'.repeat(1_300_000)), noon)
    expect(remembered(memory, 5)).toEqual([2, 3, 4])
  })

  test('has the room again of what was taken, replaced or forgotten', () => {
    const memory = sessionMemory({ bytesMax: 2_500 })
    for (let round = 0; round < 10; round += 1) {
      memory.keep(athlete, found(0, 'x'.repeat(1_500)), noon)
      memory.keep(athlete, found(0, 'y'.repeat(1_500)), noon)
      expect(remembered(memory, 1)).toEqual([0])
    }
    memory.keep(athlete, found(0, 'x'.repeat(1_500)), noon)
    expect(remembered(memory, 1, later(900_000))).toEqual([])
    memory.keep(athlete, found(1, 'x'.repeat(1_500)), noon)
    expect(remembered(memory, 2)).toEqual([1])
  })

  test('forgets the oldest although a clock was set back', () => {
    const memory = sessionMemory({ sessionsMax: 1 })
    memory.keep(athlete, found(0), later(3_600_000))
    memory.keep(athlete, found(1), noon)
    expect(remembered(memory, 2)).toEqual([1])
  })
})
