import { describe, expect, it } from 'vitest'
import { betaStatistics, isTrialSuccess } from './sampling.js'

describe('betaStatistics', () => {
  it('of 5 successes and 2 failures is Beta(6, 3)', () => {
    const statistics = betaStatistics({ successes: 5, failures: 2 })
    expect(statistics).toMatchObject({ alpha: 6, beta: 3 })
    expect(statistics.mean).toBeCloseTo(0.6667, 4)
    expect(statistics.deviation).toBeCloseTo(0.1491, 4)
  })
})

describe('isTrialSuccess', () => {
  it.each([
    [{ completion: 0.8, rpe: 9, pain: 3 }, true],
    [{ completion: 1, rpe: null, pain: 0 }, true],
    [{ completion: 0.79, rpe: 8, pain: 0 }, false],
    [{ completion: 1, rpe: 5.5, pain: 0 }, false],
    [{ completion: 1, rpe: 9.5, pain: 0 }, false],
    [{ completion: 1, rpe: 8, pain: 4 }, false],
  ])('%j: %s', (outcome, expected) => {
    expect(isTrialSuccess(outcome)).toBe(expected)
  })
})
