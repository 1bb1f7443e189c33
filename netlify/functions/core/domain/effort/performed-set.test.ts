import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { setFailed } from './performed-set.js'

describe('setFailed', () => {
  it.each([
    ['is true for a short set without RPE', 5, 6, null, true],
    ['is true for a short set at RPE 9.5', 5, 6, 9.5, true],
    ['is false for a short set at RPE 9, which was stopped early', 5, 6, 9, false],
    ['is false for a set as planned at RPE 10', 6, 6, 10, false],
    ['is false for a set without a plan', 0, null, null, false],
  ])('%s', (_, actual, planned, rpe, expected) => {
    expect(setFailed(actual, planned, rpe, rulesInForce)).toBe(expected)
  })
})
