import type { Session } from '@calistheniq/client'
import { expect, test } from 'vitest'
import { doneOf } from './done-of.js'

const set = (setNumber: number, kind = 'working', side: string | null = null) => ({ setNumber, kind, side })
const exercise = (planned: number, ...sets: ReturnType<typeof set>[]) => ({
  planned: { sets: Array.from({ length: planned }, () => ({ reps: 8 })) },
  sets,
})
const session = (...exercises: ReturnType<typeof exercise>[]) => ({ exercises }) as unknown as Session

test('sets of all exercises are counted against the plan', () => {
  expect(doneOf(session(exercise(3, set(1), set(2)), exercise(2)))).toEqual({ done: 2, planned: 5 })
})

test('both sides are one set, a warm-up is none, and more than was planned is not more than all', () => {
  expect(doneOf(session(exercise(3, set(1, 'warmup'), set(2, 'working', 'left'), set(2, 'working', 'right'))))).toEqual(
    {
      done: 1,
      planned: 3,
    },
  )
  expect(doneOf(session(exercise(1, set(1), set(2, 'failure'))))).toEqual({ done: 1, planned: 1 })
})
