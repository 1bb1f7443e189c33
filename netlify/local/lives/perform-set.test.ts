import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '#infrastructure/demo/random.js'
import { performSet } from './perform-set.js'

const done = (target: number, capacity: number, rpeCap: number | null = null) =>
  performSet(target, 'reps', capacity, rpeCap, randomFrom('a'))

describe('performSet', () => {
  test('leaves two reps where the target is close to that', () => {
    expect(done(8, 10.4).amount).toBe(8)
    expect(done(8, 9.4).amount).toBe(7)
  })

  test('goes two reps beyond a target that is easy, and not further', () => {
    expect(done(8, 20).amount).toBe(10)
  })

  test('goes on to the end where the target is out of reach, and that is a failure', () => {
    expect(done(8, 5.7)).toMatchObject({ amount: 5, reserve: -1 })
  })

  test('does not exceed its target where effort is capped', () => {
    expect(done(8, 20, 7).amount).toBe(8)
  })

  test('of a hold stays within a fifth of the target', () => {
    expect(performSet(20, 'duration', 60, null, randomFrom('a')).amount).toBe(24)
  })

  test('never does more than there is, and rates it from 3 to 10 in halves', () => {
    const amounts = { target: fc.integer({ min: 1, max: 60 }), capacity: fc.double({ min: 0, max: 90, noNaN: true }) }
    fc.assert(
      fc.property(fc.record(amounts), fc.constantFrom('reps', 'duration'), fc.string(), (set, metric, seed) => {
        const { amount, rpe } = performSet(set.target, metric, set.capacity, null, randomFrom(seed))
        expect(amount).toBeLessThanOrEqual(set.capacity)
        expect(rpe * 2).toBe(Math.round(rpe * 2))
        expect(rpe >= 3 && rpe <= 10).toBe(true)
      }),
    )
  })
})
