import type { SessionExercise, SetLog } from '@calistheniq/client'
import { expect, test } from 'vitest'
import { isDone, nextSet, setsDone } from './next-set.js'
import { inTurn } from './turn.js'

type Given = { id?: string; planned?: number[]; sets?: Partial<SetLog>[]; unilateral?: boolean; group?: number | null }

function exerciseWith({ id = 'a', planned = [10, 9], sets = [], unilateral = false, group = null }: Given) {
  return {
    id,
    exercise: { slug: id, name: id, unilateral, metric: 'reps' },
    planned: { sets: planned.map((reps) => ({ reps })), group },
    sets: sets.map((set, index) => ({ setNumber: index + 1, side: null, kind: 'working', reps: 8, ...set })),
  } as unknown as SessionExercise
}

test('the first set is what the plan asks for', () => {
  expect(nextSet(exerciseWith({}))).toEqual({ setNumber: 1, of: 2, target: { reps: 10 }, amount: 10, side: null })
})

test('beyond the plan, the last set is proposed again', () => {
  const exercise = exerciseWith({ sets: [{ reps: 10 }, { reps: 7 }] })
  expect(nextSet(exercise)).toEqual({ setNumber: 3, of: 2, target: null, amount: 7, side: null })
  expect(isDone(exercise)).toBe(true)
})

test('an exercise without a plan is never done', () => {
  expect(isDone(exerciseWith({ planned: [], sets: [{}] }))).toBe(false)
})

test('a set of one side is half of it: the other one has the same number', () => {
  const half = exerciseWith({ planned: [8], unilateral: true, sets: [{ side: 'left', reps: 8 }] })
  expect(nextSet(half)).toMatchObject({ setNumber: 1, side: 'right', amount: 8 })
  expect(isDone(half)).toBe(false)
  const sides = [{ side: 'left' as const }, { side: 'right' as const, setNumber: 1 }]
  const whole = exerciseWith({ planned: [8], unilateral: true, sets: sides })
  expect(nextSet(whole)).toMatchObject({ setNumber: 2, side: null })
  expect(isDone(whole)).toBe(true)
  expect(setsDone(whole)).toBe(1)
})

test('a set without a side was both', () => {
  expect(nextSet(exerciseWith({ unilateral: true, sets: [{}] }))).toMatchObject({ setNumber: 2, side: null })
})

test('warm-ups and drop sets are not counted as done', () => {
  expect(setsDone(exerciseWith({ sets: [{ kind: 'warmup' }, {}, { kind: 'drop' }, { kind: 'failure' }] }))).toBe(2)
})

test('exercises take their turns in order, and those of a group alternate', () => {
  const alone = exerciseWith({ id: 'alone', sets: [{}, {}] })
  const one = exerciseWith({ id: 'one', group: 1, sets: [{}] })
  const other = exerciseWith({ id: 'other', group: 1 })
  const last = exerciseWith({ id: 'last' })
  expect(inTurn([alone, one, other, last], null)).toBe('other')
  expect(inTurn([alone, one, exerciseWith({ id: 'other', group: 1, sets: [{}] }), last], null)).toBe('one')
  expect(inTurn([alone], null)).toBeNull()
})

test('an exercise that was chosen keeps its turn until it is done', () => {
  const [first, second] = [exerciseWith({ id: 'first' }), exerciseWith({ id: 'second', sets: [{}] })]
  expect(inTurn([first, second], { id: 'second', sets: 0 })).toBe('second')
  const done = exerciseWith({ id: 'second', sets: [{}, {}] })
  expect(inTurn([first, done], { id: 'second', sets: 1 })).toBe('first')
  expect(inTurn([first, done], { id: 'second', sets: 2 })).toBe('second')
})
