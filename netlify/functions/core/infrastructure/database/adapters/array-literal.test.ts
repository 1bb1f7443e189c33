import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatArray, parseArray } from './array-literal.js'

const same = (text: string) => text

test('parseArray reads what formatArray writes', () => {
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
])('parseArray reads %s as Postgres means it', (literal, expected) => {
  expect(parseArray(literal, same)).toEqual(expected)
})

test('parseArray throws for a literal that is cut short', () => {
  expect(() => parseArray('{a,b', same)).toThrow(RangeError)
})
