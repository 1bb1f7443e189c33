import { expect, test } from 'vitest'
import { matchSets } from './match-document.js'
import type { SessionExercise } from './session.js'

test('a stored set is meant by one set of a document, and a second one with its number is new', () => {
  const exercise = { sets: [{ id: 'a', setNumber: 4, side: null }] } as unknown as SessionExercise
  const matched = matchSets(
    [
      { reps: 5, duration: null, setNumber: 4 },
      { reps: 6, duration: null, setNumber: 4 },
    ],
    exercise,
  )
  expect(matched.map(({ stored }) => stored?.id ?? null)).toEqual(['a', null])
})
