import { validate, version } from 'uuid'
import { describe, expect, it } from 'vitest'
import { EventId } from '#domain/values/id.schema.js'
import { timedRandom } from './timed-random.js'

describe('timedRandom', () => {
  it('mints ids of version 7 that are sorted by their instants', () => {
    const random = timedRandom('a seed', '0badcafe')
    const ids = ['2001-02-03T04:05:06.007Z', '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.001Z'].map((instant) => {
      random.mintAt(new Date(instant))
      return random.newId(EventId)
    })
    for (const id of ids) {
      expect(validate(id), id).toBe(true)
      expect(version(id), id).toBe(7)
      expect(EventId.parse(id)).toBe(id)
      expect(id.endsWith('0badcafe'), id).toBe(true)
    }
    expect(ids).toEqual(ids.toSorted())
    expect(Number.parseInt(ids[1]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(Date.UTC(2026, 10, 20, 10))
  })

  it('never mints an id twice', () => {
    const random = timedRandom('a seed', '0badcafe')
    random.mintAt(new Date('2026-11-20T10:00:00Z'))
    expect(new Set(Array.from({ length: 10_000 }, () => random.newId(EventId))).size).toBe(10_000)
  })
})
