import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, dayOf } from './day-number.js'

it('counts days, and gives each its date back', () => {
  expect(dayOf('1970-01-02')).toBe(1)
  fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => dayOf(dateOf(day)) === day))
})
