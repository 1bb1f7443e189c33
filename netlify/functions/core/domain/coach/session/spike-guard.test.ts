import { describe, expect, it } from 'vitest'
import type { Category } from '#domain/library/vocabulary.js'
import { coachView } from '#tests/support/coach.js'
import { part, setsOf } from '#tests/support/coach-drafts.js'
import { addedKgOf, guardAgainstSpikes, loadOf } from './spike-guard.js'

// 75 kg times 0.64 times six reps of 3 s: 864 kg s a set
const push = (sets: number, key: 'hpush' | 'vpush' = 'hpush') =>
  part(key, sets, { tempo: '2-0-1-0', bodyMassFraction: 0.64 })
const heavy = (sets: number) => part('vpush', sets, { tempo: '2-0-1-0', bodyMassFraction: 1 })
const loadsOf = (...loads: number[]) =>
  loads.map((timeLoad, index) => ({ day: 90 + index, category: 'Push' as Category, timeLoad }))
const guarded = (parts: ReturnType<typeof push>[], loads: ReturnType<typeof loadsOf>) =>
  guardAgainstSpikes(parts, coachView({ loads }))

describe('guardAgainstSpikes', () => {
  it('takes sets until the load is at most 1.05 times the largest of the last', () => {
    const { draft, rules } = guarded([push(4)], loadsOf(1000, 2500, 2000))
    expect(setsOf(draft)).toEqual([['hpush', 3]])
    expect(rules).toEqual([
      { id: 'load.spike_guard', category: 'Push', before: 3456, after: 2592, largest: 2500, threshold: 1.05 },
    ])
  })

  it('allows exactly that', () => {
    const largest = (4 * 864) / 1.05
    expect(guarded([push(4)], loadsOf(largest, 1, 1)).rules).toEqual([])
    expect(guarded([push(4)], loadsOf(largest - 1, 1, 1)).rules).toHaveLength(1)
  })

  it('takes from the exercise with the heaviest first set, of equal ones from the later name', () => {
    expect(setsOf(guarded([push(3), heavy(3)], loadsOf(6200, 1, 1)).draft)).toEqual([
      ['hpush', 3],
      ['vpush', 2],
    ])
    expect(setsOf(guarded([push(3, 'vpush'), push(3)], loadsOf(4200, 1, 1)).draft)).toEqual([
      ['vpush', 2],
      ['hpush', 3],
    ])
    expect(setsOf(guarded([push(3), push(3, 'vpush')], loadsOf(4200, 1, 1)).draft)).toEqual([
      ['hpush', 3],
      ['vpush', 2],
    ])
  })

  it('compares first sets, however little they differ', () => {
    const little = part('vpush', 3, { tempo: '2-0-1-0', bodyMassFraction: 0.6397 })
    expect(setsOf(guarded([push(3), little], loadsOf(4900, 1, 1)).draft)).toEqual([
      ['hpush', 2],
      ['vpush', 3],
    ])
    const falling = part('hpush', 3, { tempo: '2-0-1-0', bodyMassFraction: 0.64 }, { targets: [7, 5, 5] })
    expect(setsOf(guarded([falling, push(3, 'vpush')], loadsOf(4700, 1, 1)).draft)).toEqual([
      ['hpush', 2],
      ['vpush', 3],
    ])
  })

  it('leaves two sets of each exercise', () => {
    const { draft, rules } = guarded([push(4), heavy(2)], loadsOf(100, 100, 100))
    expect(setsOf(draft)).toEqual([
      ['hpush', 2],
      ['vpush', 2],
    ])
    expect(rules).toHaveLength(1)
    expect(guarded([push(2), heavy(1)], loadsOf(100, 100, 100)).rules).toEqual([])
  })

  it('has no say before three sessions in thirty days', () => {
    expect(guarded([push(4)], loadsOf(100, 100)).rules).toEqual([])
    const old = [{ day: 69, category: 'Push' as Category, timeLoad: 100 }]
    expect(guarded([push(4)], [...loadsOf(100, 100), ...old]).rules).toEqual([])
    const inTime = [{ day: 70, category: 'Push' as Category, timeLoad: 100 }]
    expect(guarded([push(4)], [...loadsOf(100, 100), ...inTime]).rules).toHaveLength(1)
  })

  it('does not compare a day with itself', () => {
    const sameDay = [{ day: 100, category: 'Push' as Category, timeLoad: 100 }]
    expect(guarded([push(4)], [...loadsOf(100, 100), ...sameDay]).rules).toEqual([])
  })

  it('looks at each category by itself', () => {
    const pull = loadsOf(100, 100, 100).map((load) => ({ ...load, category: 'Pull' as Category }))
    expect(guarded([push(4)], pull).rules).toEqual([])
    const legs = part('squat', 4, { tempo: '2-0-1-0' })
    const both = guardAgainstSpikes(
      [push(4), legs],
      coachView({
        loads: [...loadsOf(1, 1, 1), ...loadsOf(1, 1, 1).map((load) => ({ ...load, category: 'Squat' as Category }))],
      }),
    )
    expect(both.rules.map(({ category }) => category)).toEqual(['Push', 'Squat'])
    expect(setsOf(both.draft)).toEqual([
      ['hpush', 2],
      ['squat', 2],
    ])
  })
})

describe('loadOf', () => {
  it('counts both sides, as the log does', () => {
    const [one, both] = [false, true].map((unilateral) =>
      loadOf([part('hpush', 2, { unilateral })], 'Push', coachView()),
    )
    expect(both).toBe(2 * (one ?? 0))
    expect(one).toBeGreaterThan(0)
  })

  it('counts holds by their seconds, and what is added', () => {
    const hold = part('vpush', 2, { tempo: 'hold', metric: 'duration', bodyMassFraction: 1 }, { targets: [20, 10] })
    expect(loadOf([hold], 'Push', coachView())).toBe(75 * 30)
    const loaded = part(
      'vpush',
      1,
      { tempo: '2-0-1-0', bodyMassFraction: 1 },
      { beyond: { modifier: 'load:7.5', levels: 0.2 } },
    )
    expect(loadOf([loaded], 'Push', coachView())).toBe(82.5 * 18)
  })

  it('counts one category', () => {
    expect(loadOf([push(2)], 'Pull', coachView())).toBe(0)
  })
})

it('addedKgOf reads the kilograms of a load, and none of another modifier', () => {
  expect([addedKgOf('load:2.5'), addedKgOf('load:20'), addedKgOf('tempo'), addedKgOf('none')]).toEqual([2.5, 20, 0, 0])
})
