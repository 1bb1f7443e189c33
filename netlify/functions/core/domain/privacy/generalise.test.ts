import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { ageBand, relativeWeek, roundedBodyMassKg } from './generalise.js'

describe('generalisation', () => {
  it('ageBand is ten years wide, and open from 70', () => {
    expect([19, 20, 69, 70, 91].map((age) => ageBand(age, rulesInForce))).toEqual([
      '10-19',
      '20-29',
      '60-69',
      '70+',
      '70+',
    ])
  })

  it('roundedBodyMassKg rounds to 5 kg', () => {
    expect([72.4, 72.5, 78].map((kg) => roundedBodyMassKg(kg, rulesInForce))).toEqual([70, 75, 80])
  })

  it('relativeWeek counts ISO weeks, which begin on Monday', () => {
    expect([0, 3, 4, 10, 11].map((day) => relativeWeek(day, 0))).toEqual([0, 0, 1, 1, 2])
  })
})
