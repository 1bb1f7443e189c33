import { describe, expect, it } from 'vitest'
import { metricOf, SetPrescription, SetPrescriptions, setPrescriptions, targetsOf } from './sets.schema.js'

describe('SetPrescription', () => {
  it.each([{ reps: 1 }, { reps: 1000 }, { duration: 1 }, { duration: 3600 }])('accepts %o', (set) => {
    expect(SetPrescription.parse(set)).toEqual(set)
  })

  it.each([
    {},
    null,
    8,
    { reps: 0 },
    { reps: 1001 },
    { reps: 7.5 },
    { reps: '8' },
    { reps: null },
    { duration: 0 },
    { duration: 3601 },
    { duration: 0.5 },
    { reps: 8, duration: 30 },
    { reps: 8, rpe: 7 },
    { seconds: 30 },
  ])('refuses %o', (set) => {
    expect(SetPrescription.safeParse(set).success).toBe(false)
  })
})

describe('SetPrescriptions', () => {
  const setsOf = (count: number) => Array.from({ length: count }, () => ({ reps: 5 }))

  it.each([1, 20])('accept %i sets', (count) => {
    expect(SetPrescriptions.parse(setsOf(count))).toHaveLength(count)
  })

  it.each([0, 21])('refuse %i sets', (count) => {
    expect(SetPrescriptions.safeParse(setsOf(count)).success).toBe(false)
  })

  it('refuse sets of reps and seconds together', () => {
    const mixed = SetPrescriptions.safeParse([{ reps: 5 }, { duration: 30 }])
    expect(mixed.error?.issues.map(({ message }) => message)).toEqual([
      'all sets must be of one metric: reps or duration',
    ])
  })

  it.each([
    [[{ reps: 8 }, { reps: 6 }], 'reps', [8, 6]],
    [[{ duration: 30 }, { duration: 20 }], 'duration', [30, 20]],
  ] as const)('turn %o into %s and amounts, and back', (sets, metric, targets) => {
    expect(metricOf(sets)).toBe(metric)
    expect(targetsOf(sets)).toEqual(targets)
    expect(setPrescriptions(targets, metric)).toEqual(sets)
  })

  it('metricOf throws without sets', () => {
    expect(() => metricOf([])).toThrow(RangeError)
  })
})
