import { describe, expect, it } from 'vitest'
import { abilityInterval90 } from '#domain/ability/ability.js'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { abilityOn, hypothesesOn, startAt } from './known-ability.js'

const today = '2026-11-05'
const gaussian = { ability: { mean: 3, variance: 0.05 }, hypotheses: null, observedOn: '2026-10-12' }

describe('abilityOn by the first model', () => {
  it('takes 0.06 of a level away, and widens the variance, 24 days after the last observation', () => {
    const { mean, variance } = abilityOn(gaussian, today, rules2026v1)
    expect([mean, variance]).toEqual([expect.closeTo(2.94, 9), expect.closeTo(0.098, 9)])
  })

  it('does not age an ability that was never observed', () => {
    expect(abilityOn({ ...gaussian, observedOn: null }, today, rules2026v1)).toEqual(gaussian.ability)
  })

  it('takes what the second model has reported', () => {
    const known = { ...startAt(3, rules2026v2), observedOn: today }
    expect(abilityOn(known, today, rules2026v1)).toEqual(known.ability)
  })
})

describe('abilityOn by the second model', () => {
  it('takes mean and variance from the first one, under both hypotheses', () => {
    const [fits, off] = hypothesesOn({ ...gaussian, observedOn: today }, today, rules2026v2)
    expect([fits.state[0], fits.covariance[0], off.state[0], off.covariance[0]]).toEqual([3, 0.05, 3, 0.05])
  })

  it('ages what the first one knew by itself: growth of a week, and the loss after two', () => {
    expect(abilityOn(gaussian, today, rules2026v2).mean).toBeCloseTo(3 + 0.03 - 0.06, 9)
  })

  it('does not age an ability that was never observed', () => {
    const known = { ...startAt(2, rules2026v2), observedOn: null }
    expect(abilityOn(known, today, rules2026v2)).toEqual(known.ability)
  })

  it('starts where the first one starts when nothing is known', () => {
    expect(abilityOn(undefined, today, rules2026v2).mean).toBe(1)
  })

  it('reports a variance that already holds the calibration of the library', () => {
    const ability = { mean: 2, variance: 0.04 }
    expect(abilityInterval90(ability, rules2026v2)[1]).toBeCloseTo(2 + 1.6449 * 0.2, 9)
    expect(abilityInterval90(ability, rules2026v1)[1]).toBeCloseTo(2 + 1.6449 * 0.25, 9)
  })
})
