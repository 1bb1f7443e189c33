import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ability, rung } from '#tests/support/coach.js'
import { capacityOf, chanceOf, standardOf } from './capacity.js'

const pushUp = rung('push-up', 2, { defaults: [10, 8, 8] })
const plank = rung('plank', 2, { metric: 'duration', defaults: [30] })
const steep = { ...rulesInForce, ability: { ...rulesInForce.ability, kappa: 2 } }

it('standardOf is the default of the first set, or one where there is none', () => {
  expect(standardOf(pushUp)).toBe(10)
  expect(standardOf({ defaults: [] })).toBe(1)
})

describe('capacityOf', () => {
  it('is the standard at its difficulty', () => {
    expect(capacityOf(pushUp, ability(2), 0, rulesInForce)).toBe(10)
  })

  it('is 13.5 push-ups three tenths of a level above', () => {
    expect(capacityOf(pushUp, ability(2.3), 0, rulesInForce)).toBeCloseTo(13.499, 3)
  })

  it('falls by the levels of a modifier', () => {
    expect(capacityOf(pushUp, ability(2.3), 0.3, rulesInForce)).toBeCloseTo(10, 12)
  })

  it('counts a level for more reps where the slope is steeper', () => {
    expect(capacityOf(pushUp, ability(2.3), 0, steep)).toBeCloseTo(18.221, 3)
  })
})

describe('chanceOf', () => {
  it.each([
    [6, 0.963],
    [10, 0.582],
  ])('of %i push-ups in three sets is %f at 2.3', (target, chance) => {
    expect(chanceOf(pushUp, ability(2.3), { target, sets: 3 }, rulesInForce)).toBeCloseTo(chance, 3)
  })

  it('of a hold asks for a tenth more', () => {
    // 1.1 x 20 s of 22 s at the difficulty: a half
    const hold = { ...plank, defaults: [22] }
    expect(chanceOf(hold, ability(2), { target: 20, sets: 1 }, rulesInForce)).toBeCloseTo(0.5, 12)
  })

  it('is the same a modifier higher, for an ability that is as much higher', () => {
    const plain = chanceOf(pushUp, ability(2.3), { target: 8, sets: 3 }, rulesInForce)
    const slow = chanceOf(pushUp, ability(2.65), { target: 8, sets: 3, modifierLevels: 0.35 }, rulesInForce)
    expect(slow).toBeCloseTo(plain, 12)
  })

  it('counts a missing rep for less where the slope is steeper', () => {
    // Phi((0.3 - ln(11/10) / 2) / sqrt(0.06 + 0.0225 / 4)) with one set
    expect(chanceOf(pushUp, ability(2.3), { target: 10, sets: 1 }, steep)).toBeCloseTo(0.8377, 3)
  })

  it('rises with ability, and falls with the target and with the number of sets', () => {
    const mean = fc.double({ min: 0, max: 6, noNaN: true })
    // near 0 and 1 the approximation of the normal distribution is flat
    const rounding = 1e-12
    fc.assert(
      fc.property(
        mean,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(20),
        fc.integer({ min: 1, max: 5 }),
        (level, more, target, sets) => {
          const chance = (at: number, amount: number, count: number) =>
            chanceOf(pushUp, ability(at), { target: amount, sets: count }, rulesInForce)
          const plain = chance(level, target, sets)
          expect(chance(level + more, target, sets)).toBeGreaterThanOrEqual(plain - rounding)
          expect(chance(level, target + 1, sets)).toBeLessThanOrEqual(plain + rounding)
          expect(chance(level, target, sets + 1)).toBeLessThanOrEqual(plain + rounding)
        },
      ),
    )
  })
})
