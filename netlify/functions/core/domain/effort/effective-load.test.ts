import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import { effectiveReps } from './effective-load.js'

/** Pull-ups at 75 kg move 94 % of it. */
const pullUp = { movedKg: 70.5, plannedKg: 0 }
const reps = (count: number, addedKg: number, more = {}) =>
  effectiveReps(count, { ...pullUp, addedKg, ...more }, rules2026v2)

describe('effectiveReps', () => {
  it('makes four reps with 25 kg sixteen without', () => {
    expect(reps(4, 25)).toBeCloseTo(16.06, 2)
  })

  it('makes six reps with ten kilograms of help about one', () => {
    expect(reps(6, -10)).toBeCloseTo(0.89, 2)
  })

  it('counts towards a planned load what was done with more', () => {
    expect(reps(5, 15, { plannedKg: 15 })).toBe(5)
    expect(reps(5, 15, { plannedKg: 10 })).toBeGreaterThan(5)
    expect(reps(5, 0, { plannedKg: 10 })).toBeLessThan(5)
  })

  it('says nothing about more than half of the moved mass, or about none', () => {
    expect([reps(3, 35.25), reps(3, 35.5), reps(3, -36)]).toEqual([expect.any(Number), null, null])
    expect(reps(3, 5, { movedKg: 0 })).toBeNull()
    expect(reps(3, 0, { movedKg: 0, plannedKg: 5 })).toBeNull()
    expect(reps(3, 0.5, { movedKg: 1 })).not.toBeNull()
  })

  it('is never less than none', () => {
    expect(reps(1, -30)).toBe(0)
  })

  it('rises with reps and with mass, and is what was done when nothing was added', () => {
    const set = fc.tuple(fc.nat(40), fc.double({ min: -35, max: 35, noNaN: true }))
    fc.assert(
      fc.property(set, ([count, added]) => {
        const here = reps(count, added) ?? 0
        expect(reps(count + 1, added)).toBeGreaterThanOrEqual(here)
        expect(reps(count, Math.min(35, added + 1))).toBeGreaterThanOrEqual(here)
        expect(reps(count, 0)).toBe(count)
      }),
    )
  })
})
