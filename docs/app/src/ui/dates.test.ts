import { expect, test } from 'vitest'
import { addDays } from './dates.js'

test('days are added over the ends of months and years, and taken away', () => {
  expect(addDays('2026-12-28', 7)).toBe('2027-01-04')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
})
