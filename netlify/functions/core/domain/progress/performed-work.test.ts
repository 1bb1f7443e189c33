import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { idOf } from '#tests/support/ids.js'
import { loadOf, type PerformedWork, totalsOf } from './performed-work.js'
import { seriesOf } from './series.js'

const bodyMass = [{ on: '2026-01-01', bodyMassKg: 75 }]

const pullUps: PerformedWork = {
  setId: idOf.set('set'),
  sessionId: idOf.session('session'),
  sessionExerciseId: idOf.sessionExercise('exercise'),
  date: '2026-11-18',
  exerciseId: idOf.exercise('pull-up'),
  category: 'Pull',
  metric: 'reps',
  unilateral: false,
  tempo: '2-0-1-1',
  bodyMassFraction: 0.94,
  held: false,
  setNumber: 1,
  side: null,
  kind: 'working',
  amount: 6,
  weightKg: 5,
  rpe: 8,
}

describe('loadOf a set', () => {
  it('is the moved mass times reps, and times seconds under tension', () => {
    expect(loadOf(pullUps, 75, rulesInForce).volumeLoadKgReps).toBeCloseTo(453, 9)
    expect(loadOf(pullUps, 75, rulesInForce).timeLoadKgSeconds).toBeCloseTo(1812, 9)
  })

  it('is zero when the assistance exceeds the moved mass', () => {
    expect(loadOf({ ...pullUps, weightKg: -200 }, 75, rulesInForce).volumeLoadKgReps).toBe(0)
  })
})

describe('the sums of performed work', () => {
  it('add reps and holds by time under tension, and leave unrated sets out of the mean RPE', () => {
    const hold: PerformedWork = {
      ...pullUps,
      setNumber: 2,
      metric: 'duration',
      tempo: 'hold',
      amount: 20,
      weightKg: 0,
      rpe: null,
    }
    const totals = totalsOf([pullUps, hold], bodyMass, rulesInForce)
    expect(totals).toMatchObject({ sets: 2, reps: 6, holdSeconds: 20, timeUnderTensionSeconds: 44, meanRpe: 8 })
  })

  const later = { ...pullUps, sessionExerciseId: idOf.sessionExercise('later'), date: '2026-11-30' }
  const work = [pullUps, later]

  it('fall into the week of their Monday', () => {
    expect(seriesOf(work, 'week', bodyMass, rulesInForce).map(({ from }) => from)).toEqual(['2026-11-16', '2026-11-30'])
  })

  it('fall into the month of their day', () => {
    expect(seriesOf(work, 'month', bodyMass, rulesInForce).map(({ from, sets }) => [from, sets])).toEqual([
      ['2026-11-01', 2],
    ])
  })

  it('count two sides under one number once, and add up what both did', () => {
    const left: PerformedWork = { ...pullUps, unilateral: true, side: 'left' }
    const right: PerformedWork = { ...left, side: 'right', amount: 4 }
    expect(totalsOf([left, right], bodyMass, rulesInForce)).toMatchObject({ sets: 1, reps: 10 })
  })

  it('are the same whether both sides are logged with one amount or as one set without a side', () => {
    const both: PerformedWork = { ...pullUps, unilateral: true }
    const apart: PerformedWork[] = [
      { ...both, side: 'left' },
      { ...both, side: 'right' },
    ]
    expect(totalsOf([both], bodyMass, rulesInForce)).toEqual(totalsOf(apart, bodyMass, rulesInForce))
  })

  it.each(['warmup', 'drop'] as const)(
    'take in the work of a set of the kind %s, and do not count it or its RPE',
    (kind) => {
      const light: PerformedWork = { ...pullUps, setNumber: 2, kind, amount: 3, rpe: 4 }
      expect(totalsOf([pullUps, light], bodyMass, rulesInForce)).toMatchObject({ sets: 1, reps: 9, meanRpe: 8 })
    },
  )
})
