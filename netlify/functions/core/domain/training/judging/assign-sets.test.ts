import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignSets } from './assign-sets.js'

describe('assignSets', () => {
  it.each([
    ['leaves a warm-up out', [6, 6, 6], [2, 6, 6, 6], [1, 2, 3]],
    ['leaves a back-off set out', [6, 6, 6], [6, 6, 6, 4], [0, 1, 2]],
    ['keeps to the order when that meets all', [6, 6, 6], [6, 7, 8, 9], [0, 1, 2]],
    ['finds the plan done in another order', [8, 7, 6], [6, 7, 8], [2, 1, 0]],
    ['keeps the order of what fell short', [8, 8, 8], [8, 7, 6], [0, 1, 2]],
    ['keeps the order of what fell short and rose', [8, 8, 8], [6, 7, 8], [0, 1, 2]],
    ['changes nothing for another large set', [8, 7, 6], [8, 7, 6, 8], [0, 1, 2]],
    ['leaves a planned set without one when too few were done', [8, 8, 8], [8, 8], [0, 1, null]],
    ['has nothing to assign to an empty plan', [], [8], []],
  ])('%s', (_, targets, amounts, assigned) => {
    expect(assignSets(targets, amounts)).toEqual(assigned)
  })
})

const plan = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })
const done = fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 6 })

/** Lists what every assignment does of a plan: the share of it, and whether it meets every set. */
function everyAssignment(targets: readonly number[], amounts: readonly number[]): { share: number; meets: boolean }[] {
  const [target, ...rest] = targets
  if (target === undefined) return [{ share: 0, meets: true }]
  const others = [...amounts.keys()].map((index) => ({
    amount: amounts[index] ?? 0,
    left: amounts.filter((_, other) => other !== index),
  }))
  return [{ amount: 0, left: [...amounts] }, ...others].flatMap(({ amount, left }) =>
    everyAssignment(rest, left).map(({ share, meets }) => ({
      share: share + Math.min(amount, target),
      meets: meets && amount >= target,
    })),
  )
}

function outcomeOf(targets: readonly number[], amounts: readonly number[]): { share: number; meets: boolean } {
  const given = assignSets(targets, amounts).map((index) => (index === null ? 0 : (amounts[index] ?? 0)))
  return {
    share: given.reduce((total, amount, place) => total + Math.min(amount, targets[place] ?? 0), 0),
    meets: targets.every((target, place) => (given[place] ?? 0) >= target),
  }
}

describe('assignSets, held against every other assignment,', () => {
  it('does as much of the plan as any, and meets it when any does', () => {
    fc.assert(
      fc.property(plan, done, (targets, amounts) => {
        const all = everyAssignment(targets, amounts)
        expect(outcomeOf(targets, amounts)).toEqual({
          share: Math.max(...all.map(({ share }) => share)),
          meets: all.some(({ meets }) => meets),
        })
      }),
      { numRuns: 500 },
    )
  })

  it('gives each performed set to one planned set at most', () => {
    fc.assert(
      fc.property(plan, done, (targets, amounts) => {
        const given = assignSets(targets, amounts).filter((index) => index !== null)
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })

  it('never does less when a set is added anywhere', () => {
    fc.assert(
      fc.property(plan, done, fc.nat(14), fc.nat(6), (targets, amounts, extra, place) => {
        const more = amounts.toSpliced(place, 0, extra)
        expect(outcomeOf(targets, more).share).toBeGreaterThanOrEqual(outcomeOf(targets, amounts).share)
      }),
    )
  })
})
