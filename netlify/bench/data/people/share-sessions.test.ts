import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '#infrastructure/demo/random.js'
import { sessionsMax, shareSessions } from './share-sessions.js'

describe('shareSessions', () => {
  it('shares out exactly what there is, and gives everybody something', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string(),
        (athletes, part, seed) => {
          const total = athletes + Math.floor(part * athletes * (sessionsMax - 1))
          const shares = shareSessions(total, athletes, randomFrom(seed))
          expect(shares).toHaveLength(athletes)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(1)
          expect(Math.max(...shares)).toBeLessThanOrEqual(sessionsMax)
        },
      ),
    )
  })

  it('gives few much and most little', () => {
    const shares = shareSessions(975_000, 2_000, randomFrom('bench')).toSorted((a, b) => a - b)
    const sumOf = (part: readonly number[]) => part.reduce((sum, share) => sum + share, 0)
    // the more zealous half does more than three quarters of all, and half do less than is usual
    expect(sumOf(shares.slice(1_000)) / 975_000).toBeGreaterThan(0.75)
    expect(shares[1_000]).toBeLessThan(975_000 / 2_000)
  })

  it('refuses what cannot be shared so', () => {
    expect(() => shareSessions(4, 5, randomFrom(''))).toThrow(RangeError)
    expect(() => shareSessions(2 * sessionsMax + 1, 2, randomFrom(''))).toThrow(RangeError)
  })
})
