import { describe, expect, it } from 'vitest'
import { updateAbility } from '#domain/ability/update-ability.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ability } from '#tests/support/coach.js'
import { updateOffset, updateSlot } from './offset.js'

const eight = { metric: 'reps', actual: 8, rpe: 8, failed: false, difficulty: 3, defaultAmount: 8 } as const
const unrated = { ...eight, rpe: null }
const start = ability(0, 0.04)

describe('updateOffset', () => {
  it('follows what was done better than the slot expects, by its share of all variance', () => {
    // 10 of 8 at 3.0 are 3.2231; S = 0.06 + 0.04 + 0.0225 + (1.1/10)^2, gain = 0.04 / S
    const { mean, variance } = updateOffset(start, ability(3), eight, rulesInForce)
    expect(mean).toBeCloseTo(0.0663, 4)
    expect(variance).toBeCloseTo(0.0281, 4)
  })

  it('falls when the slot expects more', () => {
    expect(updateOffset(start, ability(4), eight, rulesInForce).mean).toBeLessThan(0)
  })

  it('stays when "at least this much" is no more than was expected', () => {
    expect(updateOffset(start, ability(3), unrated, rulesInForce)).toBe(start)
  })

  it('rises when "at least this much" is more than was expected', () => {
    expect(updateOffset(start, ability(2.5), unrated, rulesInForce).mean).toBeGreaterThan(0)
  })
})

describe('updateSlot', () => {
  it('sees an exercise as much easier as the athlete is better at it', () => {
    const before = ability(3)
    const seen = [{ observation: eight, offset: ability(0.5, 0.02) }]
    const asEasier = updateAbility(before, [{ ...eight, difficulty: 2.5 }], rulesInForce).ability
    expect(updateSlot(before, seen, rulesInForce)).toEqual(asEasier)
  })
})
