import { expect, test } from 'vitest'
import { everyNth } from './axes.js'
import { stacked } from './data-of.js'
import { strokeAt } from './strokes.js'

test('bars stand on those that come after them', () => {
  expect(stacked([{ values: [1, null] }, { values: [2, 3] }, { values: [4, 0] }])).toEqual([
    [7, 3],
    [6, 3],
    [4, 0],
  ])
})

test('there are no more ticks than there is room for, and they are evenly apart', () => {
  expect(everyNth(13, 4)).toEqual([0, 4, 8, 12])
  expect(everyNth(3, 10)).toEqual([0, 1, 2])
  expect(everyNth(5, 0)).toEqual([0])
})

test('nine lines are told apart without colour', () => {
  const strokes = Array.from({ length: 9 }, (_, index) => JSON.stringify(strokeAt(index)))
  expect(new Set(strokes).size).toBe(9)
})
