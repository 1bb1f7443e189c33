import { expect, test } from 'vitest'
import type { Chart } from './chart.js'
import { tableOf } from './table-of.js'

const chart: Chart = {
  metric: 'bodyMassKg',
  title: 'Body mass',
  unit: 'kg',
  finding: '',
  shape: 'line',
  step: 'week',
  starts: ['2026-10-05', '2026-10-12'],
  lines: [{ label: 'Body mass', colour: 'push', values: [64.25, null], band: null }],
}

test('has a row for each step, and a dash where nothing is known', () => {
  expect(tableOf(chart)).toEqual({
    head: ['Week of', 'Body mass, kg'],
    rows: [
      { start: '5 Oct', cells: ['64.25'] },
      { start: '12 Oct', cells: ['–'] },
    ],
  })
})

test('tells the band beside the value', () => {
  const band = { low: [1.5, null], high: [2.5, null] }
  const lines = [{ label: 'Push', colour: 'push' as const, values: [2, 3], band }]
  expect(tableOf({ ...chart, unit: '', lines })).toMatchObject({
    head: ['Week of', 'Push (90 % between)'],
    rows: [{ cells: ['2 (1.5–2.5)'] }, { cells: ['3'] }],
  })
})

test('a month is told with its year', () => {
  expect(tableOf({ ...chart, step: 'month' }).rows[0]?.start).toBe('Oct 2026')
})
