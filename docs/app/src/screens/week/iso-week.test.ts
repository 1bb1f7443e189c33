import { expect, test } from 'vitest'
import { isoWeekOf } from './iso-week.js'

test.each([
  ['2026-11-28', '2026-W48'],
  ['2026-11-30', '2026-W49'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2025-12-29', '2026-W01'],
])('%s is in %s', (date, week) => {
  expect(isoWeekOf(date)).toBe(week)
})
