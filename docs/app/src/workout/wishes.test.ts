import { expect, test } from 'vitest'
import { isOffered, queryOf } from './wishes.js'

test('wishes without equipment are asked as they are', () => {
  expect(queryOf({ minutes: 30, place: 'Park', force: true })).toEqual({ minutes: 30, place: 'Park', force: true })
})

test('equipment is joined, and nothing at all has a word of its own', () => {
  expect(queryOf({ equipment: ['band', 'wall'] })).toEqual({ equipment: 'band,wall' })
  expect(queryOf({ equipment: [] })).toEqual({ equipment: 'none' })
})

test('a day of rest offers nothing, a day of recovery its mobility', () => {
  const step = { seconds: 60, exercise: null, sets: [], rpeCap: null, explanation: '' }
  expect(isOffered({ exercises: [], warmUp: [{ ...step, kind: 'general' }] })).toBe(false)
  expect(isOffered({ exercises: [], warmUp: [{ ...step, kind: 'mobility' }] })).toBe(true)
})
