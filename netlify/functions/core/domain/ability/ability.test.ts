import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { abilityInterval90, initialAbility, levelFromAbility, probabilityAtLeast } from './ability.js'

describe('initialAbility', () => {
  it('starts half a level into the self-assessed one', () => {
    expect(initialAbility(3, rulesInForce)).toEqual({ mean: 3.5, variance: 0.5625 })
    expect(initialAbility(0, rulesInForce)).toEqual({ mean: 0.5, variance: 0.5625 })
  })

  it('starts with a wide guess when nobody asked', () => {
    expect(initialAbility(null, rulesInForce)).toEqual({ mean: 1, variance: 1 })
  })
})

describe('what an ability says', () => {
  const ability = { mean: 2.96691, variance: 0.06465 }

  it('lies between 2.4813 and 3.4525 with 90 %', () => {
    const [low, high] = abilityInterval90(ability, rulesInForce)
    expect(low).toBeCloseTo(2.4813, 3)
    expect(high).toBeCloseTo(3.4525, 3)
  })

  it('is at least 3 with 0.455, and so of level 2', () => {
    expect(probabilityAtLeast(ability, 3, rulesInForce)).toBeCloseTo(0.455, 3)
    expect(levelFromAbility(ability, rulesInForce)).toBe(2)
  })

  it('has a level from 0 to 5', () => {
    expect(levelFromAbility({ mean: -3, variance: 0.1 }, rulesInForce)).toBe(0)
    expect(levelFromAbility({ mean: 9, variance: 0.1 }, rulesInForce)).toBe(5)
  })
})
