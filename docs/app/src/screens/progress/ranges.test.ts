import { expect, test } from 'vitest'
import { dayAfter, daysUntil } from './ranges.js'

test('so many days end with today', () => {
  expect(daysUntil('2026-11-28', 28)).toEqual({ from: '2026-11-01', to: '2026-11-28' })
  expect(daysUntil('2026-11-28', 1)).toEqual({ from: '2026-11-28', to: '2026-11-28' })
})

test('days go over the ends of months and years', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29')
})
