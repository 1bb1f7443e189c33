import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { isInDeload, isSoon } from './deload-week.js'

const week = [{ startsOn: '2026-11-16', endsOn: '2026-11-22' }]

describe('isInDeload', () => {
  it('is true on the first and the last day', () => {
    expect(isInDeload('2026-11-16', week)).toBe(true)
    expect(isInDeload('2026-11-22', week)).toBe(true)
  })

  it('is false on the day before and the day after', () => {
    expect(isInDeload('2026-11-15', week)).toBe(false)
    expect(isInDeload('2026-11-23', week)).toBe(false)
  })
})

it('isSoon holds from tomorrow on, for four weeks', () => {
  const isSoonIn = (days: number) =>
    isSoon({ startsOn: addDays('2026-11-22', days), endsOn: '' }, '2026-11-22', rulesInForce)
  expect([0, 1, 28, 29].map(isSoonIn)).toEqual([false, true, true, false])
})
