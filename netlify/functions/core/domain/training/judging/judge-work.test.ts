import { describe, expect, it } from 'vitest'
import type { Metric } from '#domain/library/vocabulary.js'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import { type GivenSet, loggedOn } from '#tests/support/logged-entries.js'
import { workAgainst } from './judge-work.js'

function work(targets: readonly number[], sets: readonly GivenSet[], metric: Metric = 'reps') {
  const [exercise] = loggedOn('2026-11-02', rules2026v2, { exercise: 'push-up', targets, sets }).exercises
  if (exercise === undefined) throw new Error('the session has an exercise')
  return workAgainst(targets, exercise, metric, rules2026v2)
}

const rated = (amount: number, rpe: number) => ({ amount, rpe })

describe('workAgainst', () => {
  it('counts a planned set that was left out as nothing', () => {
    expect(work([8, 8, 8], [8, 8])).toMatchObject({ actual: [8, 8, 0], worth: [8, 8, 0], counted: [8, 8, 0] })
  })

  it('counts a set that stopped with reps in reserve as its target, up to two reps early', () => {
    expect(work([8], [rated(6, 7)]).counted).toEqual([8])
    expect(work([8], [rated(5, 7)]).counted).toEqual([5])
    expect(work([8], [rated(6, 10)]).counted).toEqual([6])
  })

  it('counts a hold that stopped with something in reserve as its target, from four fifths on', () => {
    expect(work([30], [rated(24, 7)], 'duration').counted).toEqual([30])
    expect(work([30], [rated(23, 7)], 'duration').counted).toEqual([23])
  })

  it('takes a set to failure without a rating for an RPE of 10, and no other', () => {
    expect(work([8], [{ amount: 8, rpe: null, kind: 'failure' }]).rpeLast).toBe(10)
    expect(work([8], [{ amount: 8, rpe: null }]).rpeLast).toBeNull()
  })

  it('counts a single rep in reserve, and no attempt without one', () => {
    expect(work([3], [rated(1, 7)]).counted).toEqual([3])
    expect(work([2], [rated(0, 7)]).counted).toEqual([0])
  })

  it('counts a hold with added mass as it was, and one with help as nothing: no formula speaks of holds', () => {
    const [loaded, helped] = [10, -10].map((weightKg) => work([30], [{ amount: 30, weightKg }], 'duration'))
    expect([loaded?.worth, helped?.worth]).toEqual([[30], [0]])
  })
})
