import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { bodyMassOn, isBodyMassAssumed } from './body-mass.js'

const entries = [
  { on: '2026-03-01', bodyMassKg: 80 },
  { on: '2026-05-01', bodyMassKg: 78 },
  { on: '2026-06-01', bodyMassKg: 76 },
  { on: '2026-09-01', bodyMassKg: 74 },
]

describe('bodyMassOn', () => {
  it.each([
    ['is the first mass before it was measured', '2026-01-01', 80],
    ['is that of the day', '2026-05-01', 78],
    ['is the last one up to the day', '2026-05-31', 78],
    ['is that of the third day', '2026-06-02', 76],
    ['is the last one ever after', '2027-01-01', 74],
  ])('%s', (_, day, kilograms) => {
    expect(bodyMassOn(entries, day, rulesInForce)).toBe(kilograms)
  })

  it('is the one that the rules assume for who gave none', () => {
    expect(bodyMassOn([], '2026-05-01', rulesInForce)).toBe(rulesInForce.load.bodyMassKgAssumed)
    expect([isBodyMassAssumed([]), isBodyMassAssumed(entries.slice(1, 2))]).toEqual([true, false])
  })
})
