import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ageAbility } from './age-ability.js'

describe('ageAbility', () => {
  it('of 3.0 and 0.05 after 24 days is 2.94 and 0.098', () => {
    const aged = ageAbility({ mean: 3, variance: 0.05 }, 24, rulesInForce)
    expect(aged.mean).toBeCloseTo(2.94, 12)
    expect(aged.variance).toBeCloseTo(0.098, 12)
  })

  it('loses 0.096 in 30 days at once, and nothing in thirty steps: age once', () => {
    const start = { mean: 3, variance: 0.05 }
    expect(3 - ageAbility(start, 30, rulesInForce).mean).toBeCloseTo(0.096, 12)
    const stepped = Array.from({ length: 30 }).reduce<typeof start>(
      (ability) => ageAbility(ability, 1, rulesInForce),
      start,
    )
    expect(stepped.mean).toBe(3)
  })

  it('never loses more than half a level, nor knows less than nothing', () => {
    const aged = ageAbility({ mean: 3, variance: 0.05 }, 10_000, rulesInForce)
    expect(aged).toEqual({ mean: 2.5, variance: 1 })
  })
})
