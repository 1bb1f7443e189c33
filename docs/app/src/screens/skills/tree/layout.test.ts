import { expect, test } from 'vitest'
import { someGraph, someSkill } from '../some-skills.js'
import { crossings } from './crossings.js'
import { layOut } from './layout.js'
import { linePath } from './line-path.js'

const levels = [0, 1, 2] as const
const ladders = ['a', 'b', 'c', 'd'] as const

/** Four ladders of three rungs, whose names put every second level upside down. */
const rung = (ladder: number, level: number) => `${ladders[level % 2 === 0 ? ladder : 3 - ladder]}${level}`
const skills = levels.flatMap((level) =>
  ladders.map((_, ladder) => someSkill(rung(ladder, level), { level, ladder: rung(ladder, level) })),
)
const graph = someGraph(
  skills,
  Object.fromEntries(
    ladders.flatMap((_, ladder) => [1, 2].map((level) => [rung(ladder, level), [[rung(ladder, level - 1)]]])),
  ),
)

test('every exercise stands in the column of its level, in a row of its own', () => {
  const { columns, rows } = layOut(skills, graph)
  expect(rows).toBe(4)
  expect(columns.map((column) => [...column.keys()].sort())).toEqual(
    levels.map((level) => ladders.map((one) => `${one}${level}`)),
  )
  for (const column of columns) expect([...column.values()].sort()).toEqual([0, 1, 2, 3])
})

test('lines of ladders do not cross', () => {
  const { columns, lines } = layOut(skills, graph)
  expect(lines).toHaveLength(8)
  expect(crossings(columns, lines)).toBe(0)
})

test('the same exercises are laid out alike each time', () => {
  expect(layOut(skills, graph)).toEqual(layOut(skills, graph))
})

test('crossings are counted, but not where lines meet in a node', () => {
  const columns = [
    new Map([
      ['a', 0],
      ['b', 1],
    ]),
    new Map([
      ['c', 0],
      ['d', 1],
    ]),
  ]
  const line = (from: string, to: string) => ({ from, to, isOneOfSeveral: false })
  expect(crossings(columns, [line('a', 'd'), line('b', 'c')])).toBe(1)
  expect(crossings(columns, [line('a', 'c'), line('a', 'd'), line('b', 'd')])).toBe(0)
})

test('a line goes from the right edge of a node to the left edge of another', () => {
  expect(linePath({ x: 0, y: 0 }, { x: 1, y: 2 })).toBe('M0.89 0.5C1 0.5 1 2.5 1.11 2.5')
})

test('within a level, neighbours are joined, and others around those between them', () => {
  expect(linePath({ x: 2, y: 3 }, { x: 2, y: 2 })).toBe('M2.5 3.5V2.5')
  expect(linePath({ x: 2, y: 0 }, { x: 2, y: 3 })).toBe('M2.11 0.5C2 0.5 2 3.5 2.11 3.5')
})
