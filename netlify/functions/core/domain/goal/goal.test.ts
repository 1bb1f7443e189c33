import { describe, expect, it } from 'vitest'
import { Refusal } from '#domain/refusal.js'
import { idOf } from '#tests/support/ids.js'
import { exercise } from '#tests/support/training-logs.js'
import { changeGoal, dropGoal, type Goal, type GoalPatch, setGoal } from './goal.js'

const today = '2026-11-22'
const now = new Date('2026-11-22T12:00:00.000Z')
const pushUp = exercise('push-up')
const plank = exercise('plank', { metric: 'duration' })

type Wanted = Parameters<typeof setGoal>[0]
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  kind: 'reps',
  exercise: pushUp,
  target: 20,
  deadline: null,
  ...more,
})
const set = (more: Partial<Wanted> = {}): Goal =>
  setGoal(wanted(more), { id: idOf.goal('goal'), on: today, now, notes: null })

function refusal(decide: () => unknown): string[] {
  try {
    decide()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [error.code, ...error.faults.map((fault) => `${'pointer' in fault ? fault.pointer : ''} ${fault.code}`)]
  }
  return []
}

describe('setGoal', () => {
  it('opens a goal on the day on which it is set', () => {
    expect(set()).toMatchObject({
      kind: 'reps',
      exerciseId: 'push-up',
      target: 20,
      status: 'open',
      setOn: today,
      version: 1,
    })
  })

  it('needs no target for a skill', () => {
    expect(set({ kind: 'skill', target: undefined })).toMatchObject({ target: null })
  })

  it('needs no exercise for consistency', () => {
    expect(set({ kind: 'consistency', exercise: undefined, target: 3 })).toMatchObject({ exerciseId: null })
  })

  it('accepts today as the deadline', () => {
    expect(set({ deadline: today }).deadline).toBe(today)
  })

  it.each<[string, Partial<Wanted>, string[]]>([
    ['a hold of an exercise that is counted in reps', { kind: 'hold' }, ['METRIC_MISMATCH', '/kind METRIC_MISMATCH']],
    ['reps of an exercise that is held', { exercise: plank }, ['METRIC_MISMATCH', '/kind METRIC_MISMATCH']],
    ['an exercise that does not exist', { exercise: null }, ['INVALID_INPUT', '/exercise EXERCISE_NOT_FOUND']],
    ['no exercise', { exercise: undefined }, ['INVALID_INPUT', '/exercise REQUIRED']],
    ['consistency with an exercise', { kind: 'consistency', target: 3 }, ['INVALID_INPUT', '/exercise NOT_ALLOWED']],
    ['no target', { target: undefined }, ['INVALID_INPUT', '/target REQUIRED']],
    ['a skill with a target', { kind: 'skill' }, ['INVALID_INPUT', '/target NOT_ALLOWED']],
    ['more reps than a set can have', { target: 1001 }, ['INVALID_INPUT', '/target TOO_BIG']],
    ['a deadline in the past', { deadline: '2026-11-21' }, ['INVALID_INPUT', '/deadline IN_PAST']],
    [
      'several faults, and names them all',
      { kind: 'hold', target: undefined, deadline: '2020-01-01' },
      ['INVALID_INPUT', '/kind METRIC_MISMATCH', '/target REQUIRED', '/deadline IN_PAST'],
    ],
  ])('refuses %s', (_, more, expected) => expect(refusal(() => set(more))).toEqual(expected))
})

describe('changeGoal', () => {
  const change = (patch: GoalPatch, goal = set({ deadline: '2026-12-01' }), on = today) =>
    changeGoal(goal, patch, { today: on, now })

  it('changes the fields that the patch names, and counts the version up', () => {
    expect(change({ target: 25 })).toMatchObject({ fields: ['target'], goal: { target: 25, version: 2 } })
  })

  it('leaves a goal alone when the values are the same', () => {
    expect(change({ target: 20 })).toMatchObject({ fields: [], goal: { version: 1 } })
  })

  it('takes the deadline away when it is null', () => {
    expect(change({ deadline: null }).goal.deadline).toBeNull()
  })

  it('accepts an unchanged deadline that has passed meanwhile', () => {
    expect(change({ notes: 'Late', deadline: '2026-12-01' }, undefined, '2027-01-01').fields).toEqual(['notes'])
  })

  it('refuses a new deadline that has passed', () => {
    expect(refusal(() => change({ deadline: '2026-11-30' }, undefined, '2027-01-01'))).toEqual([
      'INVALID_INPUT',
      '/deadline IN_PAST',
    ])
  })

  it('refuses a target for a skill', () => {
    expect(refusal(() => change({ target: 5 }, set({ kind: 'skill', target: undefined })))).toEqual([
      'INVALID_INPUT',
      '/target NOT_ALLOWED',
    ])
  })

  it('refuses to change a goal that was dropped', () => {
    expect(refusal(() => change({ target: 5 }, dropGoal(set(), now)))).toEqual(['CONFLICT'])
  })
})

it('dropGoal drops a goal once, even when it was reached', () => {
  const dropped = dropGoal({ ...set(), status: 'reached', reachedOn: today }, now)
  expect(dropped).toMatchObject({ status: 'dropped', reachedOn: null, version: 2 })
  expect(dropGoal(dropped, now)).toBe(dropped)
})
