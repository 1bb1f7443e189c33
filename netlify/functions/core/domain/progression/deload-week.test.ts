import { describe, expect, it } from 'vitest'
import { isInDeload } from './deload-week.js'

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
