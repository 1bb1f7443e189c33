import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { abilityDeviation, abilityInterval90, initialAbility, levelFromAbility, probabilityAtLeast } from './ability.js'

describe('initialAbility', () => {
  it('lies half a level above the start of the self-assessed level', () => {
    expect(initialAbility(3, rules2026v1)).toEqual({ mean: 3.5, variance: 0.5625 })
    expect(initialAbility(0, rules2026v1)).toEqual({ mean: 0.5, variance: 0.5625 })
  })

  it('is a wide guess when the athlete has not assessed themselves', () => {
    expect(initialAbility(null, rules2026v1)).toEqual({ mean: 1, variance: 1 })
  })
})

describe('an ability of 2.96691 with a variance of 0.06465', () => {
  const ability = { mean: 2.96691, variance: 0.06465 }

  it('lies between 2.4813 and 3.4525 with a probability of 90 %', () => {
    const [low, high] = abilityInterval90(ability, rules2026v1)
    expect(low).toBeCloseTo(2.4813, 3)
    expect(high).toBeCloseTo(3.4525, 3)
  })

  it('is at least 3 with a probability of 0.455', () => {
    expect(probabilityAtLeast(ability, 3, rules2026v1)).toBeCloseTo(0.455, 3)
  })

  it('is of level 2', () => {
    expect(levelFromAbility(ability, rules2026v1)).toBe(2)
  })

  it('levelFromAbility stays between 0 and 5', () => {
    expect(levelFromAbility({ mean: -3, variance: 0.1 }, rules2026v1)).toBe(0)
    expect(levelFromAbility({ mean: 9, variance: 0.1 }, rules2026v1)).toBe(5)
  })
})

it('the deviation of the second model holds the calibration of the library already', () => {
  expect(abilityDeviation({ mean: 2, variance: 0.25 }, rules2026v2)).toBe(0.5)
  expect(abilityDeviation({ mean: 2, variance: 0.25 }, rules2026v1)).toBeGreaterThan(0.5)
})
