import { expect, test } from 'vitest'
import { differingFields, differingParameters } from './differing-fields.js'

test('fields differ that are given and stored otherwise, and those that are not stored', () => {
  expect(differingFields({ reps: 8, rpe: 8, side: 'left' }, { reps: 8, rpe: 9, kind: 'working' })).toEqual([
    { pointer: '/rpe' },
    { pointer: '/side' },
  ])
})

test('what is left out or null says nothing', () => {
  expect(differingFields({ notes: null, rpe: undefined }, { notes: 'Slow', rpe: 8, reps: 8 })).toEqual([])
})

test('lists are compared in order, and things by value', () => {
  const stored = { sets: [{ reps: 8 }, { reps: 6 }] }
  expect(differingFields({ sets: [{ reps: 8 }, { reps: 6 }] }, stored)).toEqual([])
  expect(differingFields({ sets: [{ reps: 6 }, { reps: 8 }] }, stored, '/exercises/0')).toEqual([
    { pointer: '/exercises/0/sets' },
  ])
})

test('zero and false are given', () => {
  expect(differingFields({ pain: 0, placement: false }, { pain: 1, placement: true })).toHaveLength(2)
})

test('path parameters differ by their names', () => {
  expect(differingParameters({ sessionId: 'a', category: 'Push' }, { sessionId: 'b', category: 'Push' })).toEqual([
    { parameter: 'sessionId' },
  ])
})
