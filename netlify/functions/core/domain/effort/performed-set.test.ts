import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { setFailed } from './performed-set.js'

describe('setFailed', () => {
  it.each([
    ['short without RPE failed', 5, 6, null, true],
    ['short at RPE 9.5 failed', 5, 6, 9.5, true],
    ['short at RPE 9 was stopped early', 5, 6, 9, false],
    ['as planned at RPE 10 did not fail', 6, 6, 10, false],
    ['without a plan nothing fails', 0, null, null, false],
  ])('%s', (_, actual, planned, rpe, expected) => {
    expect(setFailed(actual, planned, rpe, rulesInForce)).toBe(expected)
  })
})
