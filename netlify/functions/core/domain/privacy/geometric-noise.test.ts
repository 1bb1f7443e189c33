import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { fitsPrivacyBudget, geometricNoise, noiseProbability } from './geometric-noise.js'

describe('geometricNoise', () => {
  const budget = { epsilon: 1, sensitivity: 1 }

  it('gives the noise of the worked example', () => {
    const { noise, deviation } = geometricNoise(budget, [0.5, 0.9], rulesInForce)
    expect(noise).toBe(-2)
    expect(deviation).toBeCloseTo(1.357, 3)
    expect(noiseProbability(budget, 0)).toBeCloseTo(0.4621, 4)
  })

  it('has probabilities that add up to one', () => {
    const values = Array.from({ length: 81 }, (_, index) => noiseProbability(budget, index - 40))
    expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(1, 12)
  })

  it('is not one too low where rounding falls just below a whole number', () => {
    const atTwo = 1 - Math.exp(-2)
    expect(geometricNoise(budget, [atTwo, 0], rulesInForce).noise).toBe(2)
  })

  it('fits a privacy budget up to the limit of the year', () => {
    expect(fitsPrivacyBudget(1, 5, rulesInForce)).toBe(true)
  })

  it("does not fit when the year's budget would be exceeded", () => {
    expect(fitsPrivacyBudget(1, 5.5, rulesInForce)).toBe(false)
  })

  it('does not fit above the limit of one release', () => {
    expect(fitsPrivacyBudget(1.5, 0, rulesInForce)).toBe(false)
  })

  it('does not fit without an epsilon', () => {
    expect(fitsPrivacyBudget(0, 0, rulesInForce)).toBe(false)
  })
})
