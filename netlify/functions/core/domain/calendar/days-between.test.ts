import { expect, test } from 'vitest'
import { addDays, daysBetween, daysSince } from './days-between.js'

test('daysBetween and addDays count over the end of a month and a leap day', () => {
  expect([daysBetween('2028-02-27', '2028-03-01'), daysBetween('2028-03-01', '2028-02-27')]).toEqual([3, -3])
  expect([addDays('2028-02-27', 3), addDays('2028-03-01', -3)]).toEqual(['2028-03-01', '2028-02-27'])
})

test('daysSince is 0 for a day in the future', () => {
  expect([daysSince('2026-11-20', '2026-11-22'), daysSince('2026-11-23', '2026-11-22')]).toEqual([2, 0])
})
