import { expect, test } from 'vitest'
import { namedBy } from './address.js'

test.each([
  [[], { category: null, exercise: null }],
  [['pull'], { category: 'Pull', exercise: null }],
  [['rowing'], { category: null, exercise: null }],
  [['exercise', 'bar-muscle-up'], { category: null, exercise: 'bar-muscle-up' }],
  [['exercise'], { category: null, exercise: null }],
])('%j', (rest, named) => {
  expect(namedBy(rest)).toEqual(named)
})
