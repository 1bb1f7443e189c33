import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ageAbility } from './age-ability.js'

describe('ageAbility', () => {
  it('takes 3.0 with variance 0.05 to 2.94 with 0.098 after 24 days', () => {
    const aged = ageAbility({ mean: 3, variance: 0.05 }, 24, rulesInForce)
    expect(aged.mean).toBeCloseTo(2.94, 12)
    expect(aged.variance).toBeCloseTo(0.098, 12)
  })

  const start = { mean: 3, variance: 0.05 }

  it('loses 0.096 when it ages 30 days at once', () => {
    expect(3 - ageAbility(start, 30, rulesInForce).mean).toBeCloseTo(0.096, 12)
  })

  it('loses nothing when it ages day by day, so callers must age once', () => {
    const stepped = Array.from({ length: 30 }).reduce<typeof start>(
      (ability) => ageAbility(ability, 1, rulesInForce),
      start,
    )
    expect(stepped.mean).toBe(3)
  })

  it('never loses more than half a level, and never exceeds a variance of 1', () => {
    const aged = ageAbility({ mean: 3, variance: 0.05 }, 10_000, rulesInForce)
    expect(aged).toEqual({ mean: 2.5, variance: 1 })
  })
})
