import { afterEach, expect, test, vi } from 'vitest'
import { newId } from './new-id.js'

afterEach(() => vi.useRealTimers())

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('newId mints ids that all differ and ascend, however many of them in a millisecond', () => {
  const ids = Array.from({ length: 5_000 }, newId)
  expect(ids.every((id) => version7.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(ids.length)
})

test('newId begins with the time, and ascends where the clock is set back', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date('2099-01-01T00:00:00Z'))
  const before = newId()
  expect(Number.parseInt(before.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2099, 0))
  vi.setSystemTime(new Date('2098-01-01T00:00:00Z'))
  expect(newId() > before).toBe(true)
})
