import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { failedGates, requiredMastered } from './level-up-gates.js'

it.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 2],
  [8, 5],
  [9, 6],
  [13, 8],
])('requiredMastered: of %d exercises that can be done, %d must be mastered', (available, expected) => {
  expect(requiredMastered(available, rulesInForce)).toBe(expected)
})

describe('failedGates', () => {
  const open = {
    level: 2,
    available: 8,
    mastered: 5,
    ability: { mean: 3.3, variance: 0.04 },
    entryDifficulty: 3,
    pAbility: 0.8,
    redFlags14Days: 0,
    daysSinceSession: 21,
    daysSinceTest: 7,
    placement: false,
  }

  it('is empty when every fact is exactly at its limit', () => {
    expect(failedGates(open, rulesInForce)).toEqual([])
  })

  it.each([
    ['coverage', { mastered: 4 }],
    ['ability', { pAbility: 0.7999 }],
    ['safety', { redFlags14Days: 1 }],
    ['recency', { daysSinceSession: 22 }],
    ['cooldown', { daysSinceTest: 6 }],
  ])('names %s alone when it is just beyond its limit: %o', (gate, beyond) => {
    expect(failedGates({ ...open, ...beyond }, rulesInForce)).toEqual([gate])
  })
})
