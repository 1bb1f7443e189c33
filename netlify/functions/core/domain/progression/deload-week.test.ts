import { describe, expect, it } from 'vitest'
import { isInDeload } from './deload-week.js'

const week = [{ startsOn: '2026-11-16', endsOn: '2026-11-22' }]

describe('isInDeload', () => {
  it('counts the first and the last day in', () => {
    expect(isInDeload('2026-11-16', week)).toBe(true)
    expect(isInDeload('2026-11-22', week)).toBe(true)
  })

  it('counts the day before and the day after out', () => {
    expect(isInDeload('2026-11-15', week)).toBe(false)
    expect(isInDeload('2026-11-23', week)).toBe(false)
  })
})
