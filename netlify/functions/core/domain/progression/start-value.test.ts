import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { atStart, fitWorking, reducedSets, startValue } from './start-value.js'

it.each([
  ['reps', 8, 5],
  ['reps', 12, 8],
  ['reps', 5, 3],
  ['reps', 1, 1],
  ['duration', 30, 10],
  ['duration', 10, 5],
  ['duration', 4, 4],
] as const)('startValue for %s with a default of %d is %d', (metric, defaultAmount, expected) => {
  expect(startValue(metric, defaultAmount, rulesInForce)).toBe(expected)
})

it('startValue is three fifths of the reps rounded up, and lies between one and the default', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (amount) => {
      expect(startValue('reps', amount, rulesInForce)).toBe(Math.ceil((6 * amount) / 10))
      for (const metric of ['reps', 'duration'] as const) {
        expect(startValue(metric, amount, rulesInForce)).toBeGreaterThanOrEqual(1)
        expect(startValue(metric, amount, rulesInForce)).toBeLessThanOrEqual(amount)
      }
    }),
  ))

it.each([
  ['repeats the last set when there are fewer sets than defaults', [6], [8, 8, 8], [6, 6, 6]],
  ['drops the sets beyond the defaults', [6, 6, 6, 6], [8, 8], [6, 6]],
  ['raises a set that is below the start value', [1, 6], [8, 8], [5, 6]],
  ['lowers a set that is above the default', [9, 6], [8, 8], [8, 6]],
  ['repeats the last of several sets', [7, 6], [8, 8, 8], [7, 6, 6]],
  ['takes the defaults when there are no sets', [], [8, 8], [8, 8]],
])('fitWorking %s', (_, working, defaults, expected) => {
  expect(fitWorking(working, defaults, 'reps', rulesInForce)).toEqual(expected)
})

describe('reducedSets', () => {
  it('keeps whole tenths, and nothing below the start', () => {
    expect(reducedSets([12, 8], [8, 5], 9)).toEqual([10, 7])
    expect(reducedSets([12, 8], [8, 5], 6)).toEqual([8, 5])
  })

  it('takes a set beyond the defaults back to nothing when no whole rep is left', () => {
    expect(reducedSets([8, 1], [5], 9)).toEqual([7, 0])
  })
})

describe('atStart', () => {
  it('is true when every set is at its start or below', () => {
    expect(atStart([5, 4], [5, 5])).toBe(true)
  })

  it('is false when one set is above its start', () => {
    expect(atStart([5, 6], [5, 5])).toBe(false)
  })

  it('takes 0 as the start of a set beyond the defaults', () => {
    expect([atStart([5, 0], [5]), atStart([5, 1], [5])]).toEqual([true, false])
  })
})
