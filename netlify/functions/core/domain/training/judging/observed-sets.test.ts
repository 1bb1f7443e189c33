import { describe, expect, it } from 'vitest'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import { loggedOn } from '#tests/support/logged-entries.js'
import { performedSets } from './observed-sets.js'

/** What a set of pull-ups, of which so many were planned, would have been without its added mass. */
function without(weightKg: number, amount: number, rpe: number) {
  const entry = { exercise: 'pull-up', targets: [amount], sets: [{ amount, rpe, weightKg }] }
  return loggedOn('2026-11-02', rules2026v2, entry).exercises.flatMap((one) => performedSets(one, 'reps', rules2026v2))
}

describe('a set with added mass, taken as one without', () => {
  it('is more reps, and was as much of its plan', () => {
    const [set] = without(10, 5, 8)
    expect(set?.actual).toBeCloseTo(10.25, 2)
    expect(set?.planned).toBeCloseTo(10.25, 2)
  })

  it.each<[string, number, number, number]>([
    ['with two in reserve', -20, 3, 8],
    ['with half a rep in reserve', -20, 3, 9.5],
  ])('is a failed attempt at one rep when the help did it, %s', (_, weightKg, amount, rpe) => {
    expect(without(weightKg, amount, rpe)).toMatchObject([{ planned: 1, actual: 0, failed: true }])
  })

  it('is as much as it is worth to the end, and failed no plan by that', () => {
    expect(without(-20, 3, 10)).toMatchObject([{ actual: 0, failed: false }])
    const [set] = without(-6, 3, 10)
    expect(set?.actual).toBeCloseTo(0.19, 2)
    expect(set?.failed).toBe(false)
  })
})
