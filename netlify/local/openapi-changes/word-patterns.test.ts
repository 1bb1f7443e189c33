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
  ['a pattern where there was none', undefined, '^a$', false],
])('takesAll sees %s', (_, older, newer, answer) => {
  expect(takesAll(older, newer)).toBe(answer)
})
