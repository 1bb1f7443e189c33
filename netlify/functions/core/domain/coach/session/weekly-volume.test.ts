import { describe, expect, it } from 'vitest'
import { abilities, ability, coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import { hardSetsOf, likelyLevel, volumeMultiplier, volumeOf } from './weekly-volume.js'

/** Both push slots have something to do. */
const library = libraryOfRungs(rung('push-up', 1), rung('dip', 1, { slot: 'vpush' }))

describe('volumeOf', () => {
  it.each([
    [0.9, 9, 12, 6, 9],
    [1.9, 9, 12, 6, 9],
    [2, 9, 14, 6, 12],
    [3.9, 9, 14, 6, 12],
    [4, 12, 16, 6, 12],
    [6, 12, 16, 6, 12],
  ])('at an ability of %d aims at %d sets, at most %d; core at %d, at most %d', (mean, target, cap, core, coreCap) => {
    const view = coachView({ categories: abilities(mean, 0, 0) }, library)
    expect(volumeOf('hpush', view)).toMatchObject({ target, cap, boost: 1 })
    expect(volumeOf('core', view)).toMatchObject({ target: core, cap: coreCap, boost: 1 })
  })

  it('goes by the category of the slot', () => {
    const view = coachView({ categories: abilities(1, 2, 4.5) }, library)
    expect(volumeOf('vpull', view).cap).toBe(14 * 1.5)
    expect(volumeOf('squat', view).cap).toBe(16 * 1.5)
  })

  it('gives half as much again to a slot whose sibling has nothing to do', () => {
    const view = coachView({}, libraryOfRungs(rung('push-up', 1)))
    expect(volumeOf('hpush', view)).toEqual({ slot: 'hpush', done: 0, target: 9, boost: 1.5, cap: 21, deficit: 1 })
  })

  it('halves the target in a deload and takes a share of it on the way back, never below one set', () => {
    const target = (facts: object) => volumeOf('hpush', coachView(facts, library)).target
    expect(target({ deload: true })).toBe(4.5)
    expect(target({ returnMultiplier: 0.7 })).toBeCloseTo(6.3)
    expect(target({ deload: true, returnMultiplier: 0.1 })).toBe(1)
  })

  it('tells which share of the target is left', () => {
    const hardSets = [{ day: 98, key: 'hpush' as const, sets: 6 }]
    expect(volumeOf('hpush', coachView({ hardSets }, library))).toMatchObject({ done: 6, deficit: 1 / 3 })
    expect(volumeOf('hpush', coachView({ hardSets: [...hardSets, ...hardSets] }, library)).deficit).toBeCloseTo(-1 / 3)
  })
})

it('volumeMultiplier multiplies a deload with a return', () => {
  expect(volumeMultiplier(coachView({ deload: true, returnMultiplier: 0.8 }))).toBe(0.4)
  expect(volumeMultiplier(coachView())).toBe(1)
})

it('hardSetsOf counts seven days, today included, and one slot', () => {
  const entry = (day: number, key: 'hpush' | 'vpush', sets: number) => ({ day, key, sets })
  const hardSets = [
    entry(93, 'hpush', 1),
    entry(94, 'hpush', 2),
    entry(100, 'hpush', 4),
    entry(101, 'hpush', 8),
    entry(99, 'vpush', 16),
  ]
  expect(hardSetsOf('hpush', coachView({ hardSets }))).toBe(6)
})

describe('likelyLevel', () => {
  it('is the highest that is more likely reached than not', () => {
    const levels = [-2, 0.99, 1, 4.99, 5, 9].map((mean) => likelyLevel(ability(mean), coachView()))
    expect(levels).toEqual([0, 0, 1, 4, 5, 5])
  })

  it('does not ask how sure that is', () => {
    expect(likelyLevel(ability(2.01, 1), coachView())).toBe(2)
  })
})
