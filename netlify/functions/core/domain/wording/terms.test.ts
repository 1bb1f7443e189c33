import { expect, test } from 'vitest'
import { labelOfCode, termsOf } from './terms.js'

test.each([
  ['front-delts', 'Front delts'],
  ['set.logged', 'Set logged'],
  ['in_progress', 'In progress'],
  ['sessionExercise.added', 'Session exercise added'],
  ['hip hinge', 'Hip hinge'],
])('labelOfCode says of %s "%s"', (code, label) => {
  expect(labelOfCode(code)).toBe(label)
})

test('termsOf keeps the order of the codes, and has a sentence where one was given', () => {
  expect(termsOf(['b', 'a'], { a: 'A', b: ['B', 'The second'] })).toEqual([
    { code: 'b', label: 'B', description: 'The second' },
    { code: 'a', label: 'A', description: null },
  ])
})
