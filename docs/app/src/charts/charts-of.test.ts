import { expect, test } from 'vitest'
import type { Curve, SeriesAnswer } from './answer.js'
import { chartsOf } from './charts-of.js'

const nobody = { category: null, pattern: null, exercise: null }
const plain = { low: null, high: null }
const curve = (fields: Partial<Curve> & Pick<Curve, 'metric' | 'values'>): Curve => ({
  unit: 'sets',
  of: nobody,
  ...plain,
  ...fields,
})
const answer = (...series: Curve[]): SeriesAnswer => ({
  step: 'week',
  starts: ['2026-11-09', '2026-11-16', '2026-11-23'],
  series,
})

test('curves of one metric are one chart, in the colours of their categories', () => {
  const of = (category: string) => ({ ...nobody, category })
  const push = curve({ metric: 'level', unit: 'level', of: of('Push'), values: [1, 1, 2] })
  const squat = curve({ metric: 'level', unit: 'level', of: of('Squat'), values: [0, 0, 0] })
  const [chart, ...others] = chartsOf(answer(squat, push), { Squat: 'Legs' })
  expect(others).toEqual([])
  expect(chart).toMatchObject({ title: 'Level', shape: 'steps', step: 'week' })
  expect(chart?.lines.map(({ label, colour }) => [label, colour])).toEqual([
    ['Legs', 'squat'],
    ['Push', 'push'],
  ])
})

test('reps and seconds are no numbers of one axis', () => {
  const exercise = (name: string) => ({ ...nobody, exercise: { name } })
  const charts = chartsOf(
    answer(
      curve({ metric: 'best', unit: 'reps', of: exercise('Push-up'), values: [7, null, 9] }),
      curve({ metric: 'best', unit: 'seconds', of: exercise('Dead Hang'), values: [20, 25, 30] }),
    ),
  )
  expect(charts.map(({ unit, finding }) => [unit, finding])).toEqual([
    ['reps', 'Push-up rose from 7 to 9 reps in 2 weeks.'],
    ['seconds', 'Dead Hang rose from 20 to 30 seconds in 2 weeks.'],
  ])
})

test('what nobody did or measured has no chart, but a level of 0 has one', () => {
  const charts = chartsOf(
    answer(
      curve({ metric: 'hardSets', values: [0, 0, 0] }),
      curve({ metric: 'bodyMassKg', values: [null, null, null] }),
      curve({ metric: 'level', values: [0, 0, 0] }),
    ),
  )
  expect(charts.map(({ metric }) => metric)).toEqual(['level'])
})

test('a band is drawn where the answer has one', () => {
  const [chart] = chartsOf(answer(curve({ metric: 'ability', values: [1, 2, 3], low: [0, 1, 2], high: [2, 3, 4] })))
  expect(chart?.lines[0]?.band).toEqual({ low: [0, 1, 2], high: [2, 3, 4] })
})
