import { describe, expect, test } from 'vitest'
import { compareResults } from './compare.js'
import type { ExactRow, LoadRow, Result } from './result.js'

const machine = { at: '2026-11-28T04:00', node: 'v24', postgres: '15', processor: 'any', cores: 2, busy: 0 }
const exact: ExactRow = {
  operation: 'week',
  ...{ roundTrips: 1, statements: 6, statementsMin: 6, rowsRead: 10, pagesRead: 10, walBytes: 0, payloadBytes: 10 },
}

function resultOf(
  ratio: number,
  more: { noise?: number; rounds?: number; connections?: number; exact?: ExactRow } = {},
): Result {
  const { noise = 0.01, rounds = 5, connections = 16 } = more
  const row: LoadRow = { operation: 'week', connections, rounds, cells: {}, ratios: { floor: ratio } }
  return { machine, notRun: {}, load: { rows: [row], noise, sessions: 10_000 }, exact: [more.exact ?? exact] }
}

const fell = (kept: Result, now: Result) =>
  compareResults(kept, now)
    .filter(({ regressed }) => regressed)
    .map(({ what }) => what)

describe('a ratio to the floor', () => {
  test('that fell by more than the noise is a regression', () => {
    expect(fell(resultOf(0.8), resultOf(0.7))).toEqual([expect.stringContaining('my week, 16 connections')])
  })
  test('that rose is none, by however much', () => {
    expect(fell(resultOf(0.4), resultOf(0.8))).toEqual([])
  })
  test('that fell by less than a twentieth is none on the quietest machine', () => {
    expect(fell(resultOf(0.8, { noise: 0 }), resultOf(0.77, { noise: 0 }))).toEqual([])
  })
  test('may fall further where the floor itself differed from round to round, then or now', () => {
    expect(fell(resultOf(0.8, { noise: 0.2 }), resultOf(0.7))).toEqual([])
    expect(fell(resultOf(0.8), resultOf(0.7, { noise: 0.2 }))).toEqual([])
  })
  test('may fall less far with more rounds', () => {
    const [few, many] = [2, 200].map((rounds) =>
      fell(resultOf(0.8, { noise: 0.08, rounds }), resultOf(0.73, { noise: 0.08, rounds })),
    )
    expect([few?.length, many?.length]).toEqual([0, 1])
  })
  test('is compared only with one under as many connections', () => {
    expect(
      compareResults(resultOf(0.8, { connections: 1 }), resultOf(0.1)).filter(({ what }) => what.includes('floor')),
    ).toEqual([])
  })
})

describe('what is counted', () => {
  test('is a regression with a single round trip or statement more', () => {
    const now = resultOf(0.8, { exact: { ...exact, roundTrips: 2, statementsMin: 7 } })
    expect(fell(resultOf(0.8), now)).toEqual(['my week: round trips', 'my week: statements'])
  })
  test('is none while some request still takes as few statements', () => {
    const kept = resultOf(0.8)
    expect(fell(kept, resultOf(0.8, { exact: { ...exact, statements: 7, statementsMin: 6 } }))).toEqual([])
    expect(fell(kept, resultOf(0.8, { exact: { ...exact, statements: 7, statementsMin: 7 } }))).toHaveLength(1)
  })
  test('is none with fewer', () => {
    expect(fell(resultOf(0.8), resultOf(0.8, { exact: { ...exact, statementsMin: 5 } }))).toEqual([])
  })
})
