import { expect, it } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { testedExercise } from './tested-exercise.js'

it('keeps a test as a log would, of which the last set alone was rated', () => {
  const tested = { exerciseId: idOf.exercise('dip'), metric: 'reps', slot: 'vpush', difficulty: 3 } as const
  const { order, sets } = testedExercise({ ...tested, sets: [8, 7, 6], rpeLast: 9, standardSets: [8, 8, 8] })
  expect(order).toBe(1)
  expect(sets.map(({ setNumber, amount, rpe }) => [setNumber, amount, rpe])).toEqual([
    [1, 8, null],
    [2, 7, null],
    [3, 6, 9],
  ])
})
