import { expect, test } from 'vitest'
import { takesAll } from './word-patterns.js'

test.each([
  ['the same pattern', '^[a-z]+$', '^[a-z]+$', true],
  [
    'a word that was added to a choice',
    '^(?:band|box)(?:,(?:band|box))*$',
    '^(?:band|box|table)(?:,(?:band|box|table))*$',
    true,
  ],
  ['a word that left a choice', '^(?:band|box|table)$', '^(?:band|box)$', false],
  ['a word that was added only once', '^(?:band|box),(?:band|box|wall)$', '^(?:band|box|wall),(?:band|box)$', false],
  ['another frame around the words', '^(?:band|box)$', '^(?:band|box|wall)x$', false],
  ['letters that were added to a class', '^[0-9a-f]{8}-[0-9a-f]$', '^[0-9A-Fa-f]{8}-[0-9a-f]$', true],
  ['letters that left a class', '^[0-9A-Fa-f]{8}$', '^[0-9a-f]{8}$', false],
  ['a pattern that was added beside it', '^[a-z]+$', '^(?:[a-z]+|[0-9]{4})$', true],
  ['a pattern in its place', '^[a-z]+$', '^(?:[a-y]+|[0-9]{4})$', false],
  ['a pattern where there was none', undefined, '^a$', false],
])('takesAll sees %s', (_, older, newer, answer) => {
  expect(takesAll(older, newer)).toBe(answer)
})
