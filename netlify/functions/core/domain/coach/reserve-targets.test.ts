import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metrics } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { reserveTargets } from './reserve-targets.js'

describe('reserveTargets', () => {
  it('leaves two reps in reserve', () => {
    expect(reserveTargets(10, 'reps', 3, rulesInForce)).toEqual([8, 7, 7])
  })

  it('rounds half a rep up before the reserve', () => {
    expect(reserveTargets(6.5, 'reps', 3, rulesInForce)).toEqual([5, 4, 4])
  })

  it('leaves a fifth of a hold in reserve', () => {
    expect(reserveTargets(24, 'duration', 3, rulesInForce)).toEqual([19, 17, 16])
  })

  it('goes below 1 where there is nothing to spare', () => {
    expect(reserveTargets(1, 'reps', 1, rulesInForce)).toEqual([-1])
  })

  it('never rises from set to set, nor falls with a larger maximum', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        fc.constantFrom(...metrics),
        (maximum, more, metric) => {
          const targets = reserveTargets(maximum, metric, 5, rulesInForce)
          const larger = reserveTargets(maximum + more, metric, 5, rulesInForce)
          expect(targets).toEqual([...targets].sort((a, b) => b - a))
          expect(targets.every((target, index) => (larger[index] ?? target) >= target)).toBe(true)
        },
      ),
    )
  })
})
