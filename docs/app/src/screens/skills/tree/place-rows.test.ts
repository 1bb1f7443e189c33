import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeRows } from './place-rows.js'

const rowsOf = (wanted: readonly number[], rows: number) => [
  ...placeRows(
    wanted.map((each, index) => ({ slug: `${index}`, wanted: each })),
    rows,
  ).values(),
]

test('nodes that have room get the rows that they want', () => {
  expect(rowsOf([0, 3, 4], 6)).toEqual([0, 3, 4])
})

test('nodes that want the same row stand around it', () => {
  expect(rowsOf([3, 3, 3], 7)).toEqual([2, 3, 4])
})

test('the last rows are not left', () => {
  expect(rowsOf([9, 9], 4)).toEqual([2, 3])
  expect(rowsOf([-5, -5], 4)).toEqual([0, 1])
})

test('every node has a row of its own, in the order that was wanted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 20, noNaN: true }), { maxLength: 12 }),
      fc.nat(8),
      (wanted, more) => {
        const rows = rowsOf(wanted, wanted.length + more)
        expect(rows.toSorted((one, other) => one - other)).toEqual(rows)
        expect(new Set(rows).size).toBe(wanted.length)
        expect(rows.every((row) => Number.isInteger(row) && row >= 0 && row < wanted.length + more)).toBe(true)
      },
    ),
  )
})
