import { expect, test } from 'vitest'
import { describeDifference, differencesIn } from './difference.js'

const stored = new Map<string, unknown>([
  ['same', { a: 1 }],
  ['other', { a: 1, b: [1], c: null }],
  ['unfounded', { a: 1 }],
])
const derived = new Map<string, unknown>([
  ['same', { a: 1 }],
  ['other', { a: 2, b: [1], c: 3 }],
  ['missing', { a: 1 }],
])

test('differences are found on both sides, and told by the fields that differ', () => {
  const differences = differencesIn('records', stored, derived)
  expect(differences.map(({ key }) => key)).toEqual(['other', 'unfounded', 'missing'])
  expect(differences.map(describeDifference)).toEqual([
    'records other: a is 1, and should be 2; c is null, and should be 3',
    'records unfounded: is {"a":1}, and should not be there',
    'records missing: is missing, and should be {"a":1}',
  ])
})
