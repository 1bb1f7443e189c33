import { expect, test } from 'vitest'
import { rowsThatFit } from './rows-that-fit.js'

const rows = (lengths: readonly number[]) =>
  lengths.map((length) => ({ place: [], json: 'x'.repeat(length), isMoreBehind: true }))

test('as many rows fit as their length on the page before tells', () => {
  expect(rowsThatFit(rows([100, 300]), 10_000)).toBe(50)
})

test('one row is read at least, and no more than 5,000', () => {
  expect([rowsThatFit(rows([1_000]), 10), rowsThatFit(rows([1]), 10_000)]).toEqual([1, 5_000])
})
