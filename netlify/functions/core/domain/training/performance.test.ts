import { describe, expect, it } from 'vitest'
import type { LoggedSet } from '#domain/effort/set.schema.js'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { idOf } from '#tests/support/ids.js'
import { performedSets } from './judging/observed-sets.js'
import { performanceOf } from './performance.js'
import type { LoggedExercise } from './training-log.js'

const set = (setNumber: number, amount: number, more: Partial<LoggedSet> = {}): LoggedSet => ({
  id: idOf.set(`${setNumber} ${more.side ?? ''}`),
  setNumber,
  side: null,
  kind: 'working',
  amount,
  rpe: null,
  weightKg: null,
  pain: null,
  painSite: null,
  ...more,
})

/** A round of a unilateral exercise. */
const pair = (setNumber: number, left: Partial<LoggedSet>, right: Partial<LoggedSet>): LoggedSet[] => [
  set(setNumber, 8, { side: 'left', ...left }),
  set(setNumber, 8, { side: 'right', ...right }),
]

const exerciseOf = (sets: readonly LoggedSet[], targets: readonly number[] = [8, 8, 8]): LoggedExercise => ({
  id: idOf.sessionExercise('push-up'),
  exerciseId: idOf.exercise('push-up'),
  order: 1,
  targets,
  modifier: 'none',
  standard: { sets: [8, 8, 8], difficulty: 2 },
  sets,
})
const performed = (...sets: readonly LoggedSet[]) => performanceOf(exerciseOf(sets))

describe('performanceOf', () => {
  it('takes sets by their number, however they are listed', () => {
    const { actual, rpeLast } = performed(set(3, 4, { rpe: 10 }), set(1, 8, { rpe: 7 }), set(2, 6, { rpe: 8 }))
    expect({ actual, rpeLast }).toEqual({ actual: [8, 6, 4], rpeLast: 10 })
  })

  it('takes the weaker side of a pair', () => {
    expect(performed(...pair(1, { amount: 8 }, { amount: 6 }), ...pair(2, { amount: 5 }, {})).actual).toEqual([6, 5])
  })

  it('takes the harder rating of a pair', () => {
    expect(performed(...pair(1, { rpe: 9 }, { rpe: 7 })).rpeLast).toBe(9)
  })

  it('counts a side that was left out as nothing done', () => {
    expect(performed(...pair(1, {}, {}), set(2, 8, { side: 'left' })).actual).toEqual([8, 0])
  })

  it('has no rating when the last set was not rated', () => {
    expect(performed(set(1, 8, { rpe: 9 }), set(2, 8)).rpeLast).toBeNull()
  })

  it('takes the worst pain of all sets', () => {
    expect(performed(set(1, 8, { pain: 2 }), set(2, 8, { pain: 6 }), set(3, 8)).pain).toBe(6)
  })

  it('has no pain when none was noted', () => {
    expect(performed(set(1, 8)).pain).toBe(0)
  })

  it('has no pain when no set was done', () => {
    expect(performed().pain).toBe(0)
  })

  it('is assisted as soon as one set was', () => {
    expect(performed(set(1, 8), set(2, 8, { weightKg: -5 })).assisted).toBe(true)
  })

  it('is not assisted by added weight', () => {
    expect(performed(set(1, 8, { weightKg: 5 })).assisted).toBe(false)
  })

  it('is not assisted by a weight of zero', () => {
    expect(performed(set(1, 8, { weightKg: 0 })).assisted).toBe(false)
  })
})

describe('performedSets', () => {
  const amounts = (sets: readonly LoggedSet[]) =>
    performedSets(exerciseOf(sets), 'reps', rules2026v1).map(({ actual }) => actual)

  it('leaves out a pair when one side was assisted', () => {
    expect(amounts([...pair(1, { weightKg: -5 }, {}), ...pair(2, { amount: 7 }, {})])).toEqual([7])
  })

  it('leaves out a set when nothing was done, and keeps a single rep', () => {
    expect(amounts([set(1, 1), set(2, 0)])).toEqual([1])
  })

  it('judges each set by the target of its own place', () => {
    const sets = [set(1, 6), set(2, 6), set(3, 6)]
    const failed = performedSets(exerciseOf(sets, [7, 6]), 'reps', rules2026v1).map((one) => one.failed)
    expect(failed).toEqual([true, false, false])
  })

  const planned = (sets: readonly LoggedSet[], metric: 'reps' | 'duration' = 'reps') =>
    performedSets(exerciseOf(sets), metric, rules2026v2).map((one) => [one.planned, one.actual, one.rpe])

  it('knows by the second rules that a warm-up was for no planned set', () => {
    expect(planned([set(1, 2), set(2, 8), set(3, 8), set(4, 8)])).toEqual([
      [null, 2, null],
      [8, 8, null],
      [8, 8, null],
      [8, 8, null],
    ])
  })

  it('takes a hold with added mass for "at least this long", and one with help for nothing', () => {
    const hold = (weightKg: number) => planned([set(1, 30, { rpe: 8, weightKg })], 'duration')
    expect([hold(10), hold(-10)]).toEqual([[[8, 30, null]], []])
  })
})
