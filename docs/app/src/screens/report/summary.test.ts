import { expect, test } from 'vitest'
import { periods } from './periods.js'
import { summaryOf } from './summary.js'

const days = { from: '2026-11-01', to: '2026-11-28' }
const session = (date: string, status: string, durationMinutes: number | null = null) => ({
  date,
  status,
  durationMinutes,
})
const curve = (metric: string, category: string | null, ...values: (number | null)[]) => ({
  metric,
  of: { category },
  values,
})

const answersWith = (given: object) =>
  ({ sessions: [], series: { series: [] }, records: [], exercises: [], ...given }) as unknown as Parameters<
    typeof summaryOf
  >[2]

test('sessions done are told of those planned so far, and what is still ahead is no failure', () => {
  const sessions = [
    session('2026-11-29', 'planned'),
    session('2026-11-28', 'planned'),
    session('2026-11-27', 'completed', 50),
    session('2026-11-20', 'skipped'),
    session('2026-11-18', 'planned'),
    session('2026-11-02', 'completed'),
    session('2026-10-31', 'completed', 40),
  ]
  const { done, planned, minutes } = summaryOf(days, '2026-11-28', answersWith({ sessions }))
  expect(done.map(({ date }) => date)).toEqual(['2026-11-02', '2026-11-27'])
  expect({ planned, minutes }).toEqual({ planned: 4, minutes: 50 })
})

test('says from where to where something went, between what is known', () => {
  const series = {
    series: [
      curve('ability', 'Push', null, 1.8, 2.1),
      curve('level', 'Push', 1, 1, 2),
      curve('hardSets', 'Push', 10, 0, 12),
      curve('bodyMassKg', null, null, null, null),
    ],
  }
  const { abilities, levels, sets, bodyMassKg } = summaryOf(days, '2026-11-28', answersWith({ series }))
  expect(abilities).toEqual([{ category: 'Push', from: 1.8, to: 2.1 }])
  expect(levels).toEqual([{ category: 'Push', from: 1, to: 2 }])
  expect(sets).toEqual([{ category: 'Push', sets: 22 }])
  expect(bodyMassKg).toBeNull()
})

test('records and masteries are those of the days', () => {
  const exercise = { name: 'Push-up' }
  const { records, mastered } = summaryOf(
    days,
    '2026-11-28',
    answersWith({
      records: [{ on: '2026-11-28' }, { on: '2026-10-31' }],
      exercises: [
        { exercise, masteredAt: '2026-11-13T18:00:00.000Z' },
        { exercise: { name: 'Row' }, masteredAt: null },
        { exercise: { name: 'Squat' }, masteredAt: '2026-12-01T18:00:00.000Z' },
      ],
    }),
  )
  expect(records).toHaveLength(1)
  expect(mastered).toEqual(['Push-up'])
})

test('periods end today, or with the last month', () => {
  expect(periods.map(({ daysAt }) => daysAt('2026-03-10'))).toEqual([
    { from: '2026-02-11', to: '2026-03-10' },
    { from: '2026-03-01', to: '2026-03-10' },
    { from: '2026-02-01', to: '2026-02-28' },
  ])
})
