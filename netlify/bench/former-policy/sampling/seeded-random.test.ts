import { describe, expect, it } from 'vitest'
import { seededRandom } from './seeded-random.js'

describe('seededRandom', () => {
  const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed))

  it('repeats its numbers for the same seed', () => {
    expect(draw('athlete 2026-11-22')).toEqual(draw('athlete 2026-11-22'))
  })

  it('gives other numbers for another seed', () => {
    expect(draw('athlete 2026-11-22')).not.toEqual(draw('athlete 2026-11-23'))
  })

  it('is uniform between 0 and 1, with mean 1/2 and variance 1/12', () => {
    const draws = Array.from({ length: 20_000 }, seededRandom('uniform'))
    const mean = draws.reduce((total, draw) => total + draw, 0) / draws.length
    const variance = draws.reduce((total, draw) => total + (draw - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002)
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true)
  })
})
