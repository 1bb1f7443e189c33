import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import type { GivenEntry } from '#tests/support/logged-entries.js'
import { decisionsIn, live, pullUp } from '#tests/support/second-rules.js'

const standard = [6, 6, 4]

/** Decides about a day of an athlete whose working sets are 6, 6 and 4. */
function decided(entry: Partial<GivenEntry>) {
  const usual = { ...pullUp, standard, sets: standard }
  return live(rules2026v2, [
    ['2026-11-02', usual],
    ['2026-11-05', { ...usual, ...entry }],
  ])
}
const lastOf = (entry: Partial<GivenEntry>) => decisionsIn(decided(entry)).at(-1)

describe('what a session is held against', () => {
  it('is the working sets when nothing was planned', () => {
    const { decisions } = decided({ targets: [], sets: [3, 3, 3] })
    expect(decisions[1]).toMatchObject({ reason: 'missed', inputs: { targets: [6, 6, 4] } })
  })

  it('is a plan of as much in other sets', () => {
    const spent = (...targets: number[]) => lastOf({ targets, sets: targets.map((amount) => ({ amount, rpe: 10 })) })
    expect(spent(5, 6, 5)).toBe('progress/met_at_limit')
    expect(spent(5, 5, 5, 5)).toBe('progress/met_at_limit')
  })

  it('says nothing when a lighter plan was met', () => {
    expect(lastOf({ targets: [3, 3, 3], sets: [3, 3, 3] })).toBe('hold/plan_met')
  })

  it('was the working sets by the first rules, of which a plan that was met in part is none', () => {
    const [day, next] = ['2026-11-02', '2026-11-05']
    const plan = (sets: readonly number[]) => ({ ...pullUp, targets: [3, 1], sets })
    const decide = (sets: readonly number[]) =>
      decisionsIn(
        live(rules2026v1, [
          [day, { ...pullUp, sets: [6, 6, 6] }],
          [next, plan(sets)],
        ]),
      )
    expect(decide([3, 1]).at(-1)).toBe('hold/plan_met')
    expect(decide([3]).at(-1)).toBe('hold/missed')
  })
})

describe('how far sets may rise', () => {
  it('is the standard, or the largest set of a plan above it', () => {
    const easy = (amount: number) => ({ amount, rpe: 6 })
    const { decisions } = decided({ targets: [8, 5, 4], sets: [easy(8), easy(5), easy(4)], standard: [6, 6, 6] })
    expect(decisions[1]?.after).toEqual([8, 7, 6])
  })

  it('is beyond the standard with a modifier, which masters nothing', () => {
    const loaded = { modifier: 'load:10' as const, sets: [6, 6, 6].map((amount) => ({ amount, weightKg: 10 })) }
    const days = ['2026-11-02', '2026-11-05'] as const
    const state = live(rules2026v2, [
      [days[0], { ...pullUp, ...loaded, targets: [6, 6, 6] }],
      [days[1], { ...pullUp, ...loaded, targets: [6, 6, 6] }],
    ])
    expect(state.exercises.get(idOf.exercise('pull-up'))).toMatchObject({
      masteredAt: null,
      beyond: { working: [8, 7, 7] },
    })
  })
})

describe('a mastery', () => {
  const twice = (targets: readonly number[], of: readonly number[]) =>
    ['2026-11-02', '2026-11-05'].map((day) => [day, { ...pullUp, standard: of, targets, sets: targets }] as const)
  const isMastered = (targets: readonly number[], of: readonly number[]) =>
    live(rules2026v2, twice(targets, of)).exercises.get(idOf.exercise('pull-up'))?.masteredAt !== null

  it('takes two sets of the standard, or one where it has no more', () => {
    expect(isMastered([6, 6], [6, 6, 6])).toBe(true)
    expect(isMastered([6], [6, 6, 6])).toBe(false)
    expect(isMastered([6], [6])).toBe(true)
  })
})
