import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatArray, parseArray } from './array-literal.js'

const same = (text: string) => text

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string({ unit: 'grapheme' }))), (items) => {
      expect(parseArray(formatArray(items), same)).toEqual(items)
    }),
  )
})

test.each([
  ['{}', []],
  ['{1,2}', ['1', '2']],
  ['{NULL,"NULL"}', [null, 'NULL']],
  ['{""," a "}', ['', ' a ']],
  [
    '{{a,b},{c,d}}',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['[0:1]={a,b}', ['a', 'b']],
  ['{2026-01-02 03:04:05+00}', ['2026-01-02 03:04:05+00']],
])('%s is read as Postgres means it', (literal, expected) => {
  expect(parseArray(literal, same)).toEqual(expected)
})

test('what is cut short is refused', () => {
  expect(() => parseArray('{a,b', same)).toThrow(RangeError)
})
