import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { part, setsOf } from '#tests/support/coach-drafts.js'
import type { SlotKey } from '../coach-exercise.js'
import { balancePushAndPull, withFewerSets } from './balance-sets.js'

const draftOf = (sets: Readonly<Record<string, number>>) =>
  Object.entries(sets).map(([key, count]) => part(key as SlotKey, count))
const balanced = (sets: Readonly<Record<string, number>>) =>
  Object.fromEntries(setsOf(balancePushAndPull(draftOf(sets), rulesInForce)))

describe('balancePushAndPull', () => {
  it('takes sets from the larger side until both are within one', () => {
    expect(balanced({ hpush: 4, vpush: 4, hpull: 3 })).toEqual({ hpush: 2, vpush: 2, hpull: 3 })
    expect(balanced({ hpush: 2, hpull: 4, vpull: 3 })).toEqual({ hpush: 2, hpull: 2, vpull: 1 })
  })

  it('takes from the exercise with the most sets, of equal ones from the later name', () => {
    expect(balanced({ hpush: 4, vpush: 3, hpull: 5 })).toEqual({ hpush: 3, vpush: 3, hpull: 5 })
    expect(balanced({ vpush: 3, hpush: 3, hpull: 4 })).toEqual({ hpush: 3, vpush: 2, hpull: 4 })
  })

  it('leaves a difference of one', () => {
    expect(balanced({ hpush: 3, hpull: 2 })).toEqual({ hpush: 3, hpull: 2 })
    expect(balanced({ hpush: 2, hpull: 3 })).toEqual({ hpush: 2, hpull: 3 })
  })

  it('leaves a side that has no opposite, and counts neither legs nor skills', () => {
    expect(balanced({ hpush: 4, vpush: 4 })).toEqual({ hpush: 4, vpush: 4 })
    expect(balanced({ hpull: 4 })).toEqual({ hpull: 4 })
    expect(balanced({ hpush: 2, hpull: 2, squat: 5, 'skill:planche': 3 })).toMatchObject({
      squat: 5,
      'skill:planche': 3,
    })
  })

  it('keeps one set of each exercise', () => {
    expect(balanced({ hpush: 1, vpush: 1, hpull: 0 })).toEqual({ hpush: 1, vpush: 1, hpull: 0 })
  })
})

it('withFewerSets takes a set from each exercise, and leaves one', () => {
  expect(setsOf(withFewerSets(draftOf({ hpush: 3, squat: 2, core: 1 }), rulesInForce))).toEqual([
    ['hpush', 2],
    ['squat', 1],
    ['core', 1],
  ])
})
