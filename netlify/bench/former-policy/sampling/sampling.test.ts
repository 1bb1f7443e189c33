import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { betaStatistics, chooseVariant, isTrialSuccess, sampleBeta, winProbabilities } from './sampling.js'
import { seededRandom } from './seeded-random.js'

describe('betaStatistics', () => {
  it('is Beta(6, 3) after 5 successes and 2 failures', () => {
    const statistics = betaStatistics({ successes: 5, failures: 2 }, rulesInForce)
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
  ])('for %j is %s', (outcome, expected) => {
    expect(isTrialSuccess(outcome, rulesInForce)).toBe(expected)
  })
})

describe('sampleBeta', () => {
  it.each([
    [1, 1],
    [6, 3],
    [30, 2],
  ])('draws numbers with the mean and deviation of Beta(%d, %d)', (alpha, beta) => {
    const random = seededRandom(`beta ${alpha} ${beta}`)
    const expected = betaStatistics({ successes: alpha - 1, failures: beta - 1 }, rulesInForce)
    const draws = Array.from({ length: 20_000 }, () => sampleBeta({ alpha, beta }, random))
    const mean = draws.reduce((total, draw) => total + draw, 0) / draws.length
    const deviation = Math.sqrt(draws.reduce((total, draw) => total + (draw - mean) ** 2, 0) / draws.length)
    expect(Math.abs(mean - expected.mean)).toBeLessThan(0.01)
    expect(Math.abs(deviation - expected.deviation)).toBeLessThan(0.01)
  })
})

describe('chooseVariant', () => {
  const variants = [
    { slug: 'liked', score: 1, successes: 18, failures: 2 },
    { slug: 'disliked', score: 1.04, successes: 2, failures: 18 },
    { slug: 'far', score: 0.9, successes: 99, failures: 0 },
  ]
  const choices = (count: number) => {
    const random = seededRandom('choices')
    return Array.from({ length: count }, () => chooseVariant(variants, random, rulesInForce)?.slug)
  }

  it('prefers what worked among the variants near the best score', () => {
    const chosen = choices(300)
    expect(chosen).not.toContain('far')
    expect(chosen.filter((slug) => slug === 'liked').length).toBeGreaterThan(290)
  })

  it('chooses the same for the same seed', () => {
    expect(choices(20)).toEqual(choices(20))
  })

  it('gives the probability with which it chose', () => {
    const fresh = ['a', 'b', 'c', 'd'].map((slug) => ({ slug, score: 1, successes: 0, failures: 0 }))
    expect(chooseVariant(fresh, seededRandom('fresh'), rulesInForce)?.propensity).toBeCloseTo(0.25, 6)
  })

  it('is null without variants', () => {
    expect(chooseVariant([], seededRandom('none'), rulesInForce)).toBeNull()
  })
})

describe('winProbabilities', () => {
  it('gives Beta(2, 1) two wins in three against Beta(1, 1)', () => {
    const [skilled, fresh] = winProbabilities([
      { alpha: 2, beta: 1 },
      { alpha: 1, beta: 1 },
    ])
    expect(skilled).toBeCloseTo(2 / 3, 5)
    expect(fresh).toBeCloseTo(1 / 3, 5)
  })
})
