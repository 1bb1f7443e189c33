import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { allometricReps, consistencyScore, effortPoints, improvement, skillRating } from './scores.js'

const sets = (...pairs: [number, number][]) => pairs.map(([planned, actual]) => ({ planned, actual }))

describe('the scores in the worked examples', () => {
  it('count 15 reps at 85 kg as 16.0 allometric reps', () => {
    expect(allometricReps(15, 85, rulesInForce)).toBeCloseTo(16.0, 2)
  })

  it('give 91.67 effort points for sets of 8, 6 and 10 with 8 planned', () => {
    expect(effortPoints(sets([8, 8], [8, 6], [8, 10]), rulesInForce)).toBeCloseTo(91.67, 2)
  })

  const end = { mean: 2.3, variance: 0.04 }

  it('give a gain of 34.99 % from 2.0 to 2.3, ranked by 10.52 %', () => {
    const known = improvement({ mean: 2, variance: 0.04 }, end, rulesInForce)
    expect(known.gainPercent).toBeCloseTo(34.99, 2)
    expect(known.rankValue).toBeCloseTo(10.52, 2)
  })

  it('do not rank an improvement from an uncertain start', () => {
    expect(improvement({ mean: 2, variance: 0.2 }, end, rulesInForce)).toMatchObject({ rankValue: null })
  })

  it('rate a skill of 3.2 with a variance of 0.04 at 2.8', () => {
    expect(skillRating({ mean: 3.2, variance: 0.04 }, rulesInForce)).toBeCloseTo(2.8, 12)
  })
})

describe('consistency', () => {
  it('leaves out sets without a plan', () => {
    expect(effortPoints(sets([0, 9], [4, 2]), rulesInForce)).toBe(50)
  })

  it('has no effort points on a day without planned sets', () => {
    expect(effortPoints(sets([0, 9]), rulesInForce)).toBeNull()
    expect(effortPoints([], rulesInForce)).toBeNull()
  })

  it('is the mean over planned days, where a missed day is 0', () => {
    expect(consistencyScore([100, 0, null, 50])).toBe(50)
  })

  it('is null without planned days', () => {
    expect(consistencyScore([null])).toBeNull()
  })
})
