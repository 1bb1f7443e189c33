import { expect, test } from 'vitest'
import { inOrder } from './in-order.js'

const session = (id: string, date: string, time: string) => ({ id, date, completedAt: `2026-11-22T${time}:00.000Z` })

test('inOrder sorts sessions by day, then by end, then by id', () => {
  const sessions = [
    session('d', '2026-11-22', '09:00'),
    session('c', '2026-11-22', '08:00'),
    session('b', '2026-11-22', '08:00'),
    session('a', '2026-11-21', '18:00'),
  ]
  expect(inOrder(sessions).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})
