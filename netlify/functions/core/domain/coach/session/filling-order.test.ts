import { describe, expect, it } from 'vitest'
import { type StrengthSlot, strengthSlots } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { comparable, fillingOrder } from './filling-order.js'

const order = (deficits: Partial<Record<StrengthSlot, number>>) =>
  fillingOrder(
    strengthSlots
      .filter((slot) => deficits[slot] !== undefined)
      .map((slot) => ({ slot, deficit: deficits[slot] ?? 0, done: 0, target: 9, boost: 1, cap: 12 })),
    rulesInForce,
  )
const everywhere = (deficit: number) => Object.fromEntries(strengthSlots.map((slot) => [slot, deficit]))

describe('fillingOrder', () => {
  it('begins with a push, a pull and legs, and ends with core', () => {
    expect(order(everywhere(1))).toEqual(['hpush', 'hpull', 'squat', 'vpull', 'vpush', 'hinge', 'core'])
  })

  it('takes of each group the slot that lacks more, then what is left by what it lacks', () => {
    const deficits = { hpush: 0.2, vpush: 0.6, hpull: 0.9, vpull: 0.1, squat: 0.3, hinge: 0.4, core: 1 }
    expect(order(deficits)).toEqual(['vpush', 'hpull', 'hinge', 'squat', 'hpush', 'vpull', 'core'])
  })

  it('does without a group that is not there', () => {
    expect(order({ vpull: 0.5, hinge: 0.7, core: 1 })).toEqual(['vpull', 'hinge', 'core'])
  })
})

it('comparable takes deficits for equal that differ by how they were computed', () => {
  expect(comparable((0.1 + 0.2) / 0.3, rulesInForce)).toBe(comparable(1, rulesInForce))
  expect(comparable(0.333334, rulesInForce)).toBeGreaterThan(comparable(0.333333, rulesInForce))
})
