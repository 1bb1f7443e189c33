import { expect, test } from 'vitest'
import { daysUntil } from './ranges.js'

test('so many days end with today', () => {
  expect(daysUntil('2026-11-28', 28)).toEqual({ from: '2026-11-01', to: '2026-11-28' })
  expect(daysUntil('2026-11-28', 1)).toEqual({ from: '2026-11-28', to: '2026-11-28' })
})
