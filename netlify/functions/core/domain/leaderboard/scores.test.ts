import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { allometricReps, consistencyScore, effortPoints, improvement, skillRating } from './scores.js'

const sets = (...pairs: [number, number][]) => pairs.map(([planned, actual]) => ({ planned, actual }))

describe('worked examples', () => {
  it('15 reps at 85 kg count as 16.0', () => {
    expect(allometricReps(15, 85, rulesInForce)).toBeCloseTo(16.0, 2)
  })

  it('sets of 8, 6 and 10 for 8 are worth 91.67', () => {
    expect(effortPoints(sets([8, 8], [8, 6], [8, 10]), rulesInForce)).toBeCloseTo(91.67, 2)
  })

  it('from 2.0 to 2.3 is a gain of 34.99 %, ranked by 10.52 %', () => {
    const end = { mean: 2.3, variance: 0.04 }
    const known = improvement({ mean: 2, variance: 0.04 }, end, rulesInForce)
    expect(known.gainPercent).toBeCloseTo(34.99, 2)
    expect(known.rankValue).toBeCloseTo(10.52, 2)
    expect(improvement({ mean: 2, variance: 0.2 }, end, rulesInForce)).toMatchObject({ rankValue: null })
  })

  it('a skill of 3.2 with a variance of 0.04 is rated 2.8', () => {
    expect(skillRating({ mean: 3.2, variance: 0.04 }, rulesInForce)).toBeCloseTo(2.8, 12)
  })
})

describe('consistency', () => {
  it('leaves sets without a plan out, and is null on a day without any', () => {
    expect(effortPoints(sets([0, 9], [4, 2]), rulesInForce)).toBe(50)
    expect(effortPoints(sets([0, 9]), rulesInForce)).toBeNull()
    expect(effortPoints([], rulesInForce)).toBeNull()
  })

  it('is the mean over planned days, where a missed day is 0', () => {
    expect(consistencyScore([100, 0, null, 50])).toBe(50)
    expect(consistencyScore([null])).toBeNull()
  })
})
