import { expect, test } from 'vitest'
import { ourName } from '../host/our-subject.js'
import type { LoadRow, Result } from '../result.js'
import { pageOf } from './page.js'

const machine = { at: '2026-11-28T04:00', node: 'v24', postgres: '15', processor: 'any', cores: 2, busy: 0 }
const cell = { requestsPerSecond: 100, p50Ms: 1, p99Ms: 2, residentMb: 90, errors: 0 }

/** A result whose reads cost so much CPU, by which everything else can be told apart. */
function resultOf(cpuMs: number, sessions: number): Result {
  const row: LoadRow = {
    ...{ operation: 'today', connections: 16, rounds: 3, ratios: {} },
    cells: { [ourName]: { ...cell, cpuMs } },
  }
  const counts = { roundTrips: 1, statementsMin: 6, rowsRead: 10, pagesRead: 10, walBytes: 0, payloadBytes: 10 }
  return {
    ...{ machine, notRun: {}, load: { rows: [row], noise: 0.1, sessions } },
    exact: [{ operation: 'today', statements: cpuMs, ...counts }],
    growth: [{ operation: 'today', sessions: 52, cpuMs, wallMs: 1, payloadBytes: 10 }],
  }
}

const full = resultOf(5, 1_000_000)

test('what was measured of an older commit stands beside what is measured now, with the time and the size of then', () => {
  const page = pageOf({ full, before: { ...resultOf(77, 10_000), machine: { ...machine, at: '2026-11-01T01:00' } } })
  expect(page).toContain('*Before* are functions of an older commit, measured on 2026-11-01T01:00')
  expect(page).toContain('with 10,000 sessions')
  expect(page).toContain('| operation | floor, before | CPU, ms | CPU, before |')
  expect(page).toContain('| today | – | 5.00 | 77.0 |')
  expect(page).toMatch(/statements, before .*\n.*\n\| today \| 1 \| 5 \|.*\| 77 \|/)
  expect(page).toContain('| today, before | 77.0 (1.00) | 1.00 |')
})

test('nothing is told of an older commit that was not measured', () => {
  expect(pageOf({ full })).not.toMatch(/\*Before|, before/)
})

test('indexes that were not used are listed, or that there is none', () => {
  const one = { name: 'idx_goals_user', table: 'goals', writes: 1_234, readBy: 'erasing an account' }
  expect(pageOf({ full: { ...full, unusedIndexes: [one] } })).toContain(
    '| `idx_goals_user` | `goals` | 1,234 | erasing an account |',
  )
  expect(pageOf({ full: { ...full, unusedIndexes: [] } })).toMatch(/did not use\n(?:.|\n)+There is none\./)
  expect(pageOf({ full })).not.toContain('did not use')
})
