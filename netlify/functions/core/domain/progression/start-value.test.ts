import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { fitWorking, startValue } from './start-value.js'

it.each([
  ['reps', 8, 5],
  ['reps', 12, 8],
  ['reps', 5, 3],
  ['reps', 1, 1],
  ['duration', 30, 10],
  ['duration', 10, 5],
  ['duration', 4, 4],
] as const)('%s of default %d start at %d', (metric, defaultAmount, expected) => {
  expect(startValue(metric, defaultAmount, rulesInForce)).toBe(expected)
})

it('starts between one and the default, at three fifths of the reps rounded up', () =>
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
  ['as many as the defaults, the last one again', [6], [8, 8, 8], [6, 6, 6]],
  ['no more than the defaults', [6, 6, 6, 6], [8, 8], [6, 6]],
  ['never below where the exercise starts', [1, 6], [8, 8], [5, 6]],
  ['never above the default', [9, 6], [8, 8], [8, 6]],
  ['the defaults where there are none', [], [8, 8], [8, 8]],
])('fits working sets: %s', (_, working, defaults, expected) => {
  expect(fitWorking(working, defaults, 'reps', rulesInForce)).toEqual(expected)
})
