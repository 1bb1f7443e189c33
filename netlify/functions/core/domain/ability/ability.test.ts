import { describe, expect, it } from 'vitest'
import { abilityInterval90, initialAbility, levelFromAbility, probabilityAtLeast } from './ability.js'

describe('initialAbility', () => {
  it('starts half a level into the self-assessed one', () => {
    expect(initialAbility(3)).toEqual({ mean: 3.5, variance: 0.5625 })
    expect(initialAbility(0)).toEqual({ mean: 0.5, variance: 0.5625 })
  })

  it('starts with a wide guess when nobody asked', () => {
    expect(initialAbility(null)).toEqual({ mean: 1, variance: 1 })
  })
})

describe('what an ability says', () => {
  const ability = { mean: 2.96691, variance: 0.06465 }

  it('lies between 2.4813 and 3.4525 with 90 %', () => {
    const [low, high] = abilityInterval90(ability)
    expect(low).toBeCloseTo(2.4813, 3)
    expect(high).toBeCloseTo(3.4525, 3)
  })

  it('is at least 3 with 0.455, and so of level 2', () => {
    expect(probabilityAtLeast(ability, 3)).toBeCloseTo(0.455, 3)
    expect(levelFromAbility(ability)).toBe(2)
  })

  it('has a level from 0 to 5', () => {
    expect(levelFromAbility({ mean: -3, variance: 0.1 })).toBe(0)
    expect(levelFromAbility({ mean: 9, variance: 0.1 })).toBe(5)
  })
})
