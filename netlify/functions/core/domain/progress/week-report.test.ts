import { describe, expect, test } from 'vitest'
import { type DaySummary, restDay } from './day-summary.schema.js'
import { reportWeek, type WeekFacts } from './week-report.js'
import { WeekReport } from './week-report.schema.js'

const monday: DaySummary = {
  ...restDay('2026-11-16'),
  plannedSessions: 2,
  completedSessions: 1,
  totalExercises: 5,
  completedExercises: 3,
  plannedSets: 15,
  completedSets: 9,
  extraSets: 1,
  totalReps: 70,
  totalHoldSeconds: 60,
  totalDurationMinutes: 40,
  categories: ['Pull', 'Push'],
}
const sunday: DaySummary = { ...monday, date: '2026-11-22', completedSessions: 2, totalReps: 30, isCompleted: true }

const facts = (changes: Partial<WeekFacts> = {}): WeekFacts => ({
  week: '2026-W47',
  timeZone: 'UTC',
  today: '2026-11-22',
  days: [],
  sessions: [],
  categorySets: [],
  skipped: [],
  ...changes,
})

describe('reportWeek', () => {
  test('gives seven days, with zeros for days without training', () => {
    const report = WeekReport.parse(reportWeek(facts({ days: [monday] })))
    expect(report.days.map(({ date }) => date)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
    expect(report.days[0]).toEqual({ ...monday, isToday: false })
    expect(report.days[1]).toEqual({ ...restDay('2026-11-17'), isToday: false })
    expect(report.days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-11-22'])
  })

  test('adds up its own days, and ignores those of other weeks', () => {
    const next: DaySummary = { ...monday, date: '2026-11-23' }
    const report = reportWeek(facts({ days: [monday, sunday, next] }))
    expect(report.totals).toEqual({
      totalExercises: 10,
      completedExercises: 6,
      plannedSets: 30,
      completedSets: 18,
      extraSets: 2,
      totalReps: 100,
      totalHoldSeconds: 120,
      totalDurationMinutes: 80,
    })
    expect(report).toMatchObject({ plannedSessions: 4, completedSessions: 3, from: '2026-11-16', to: '2026-11-22' })
  })

  test('names every category, with the sets of this week only', () => {
    const sets = { category: 'Push' as const, plannedSets: 6, completedSets: 5, extraSets: 1 }
    const report = reportWeek(
      facts({
        categorySets: [
          { ...sets, date: '2026-11-16' },
          { ...sets, date: '2026-11-18' },
          { ...sets, date: '2026-11-15' },
        ],
      }),
    )
    expect(report.categories).toEqual([
      { category: 'Push', plannedSets: 12, completedSets: 10, extraSets: 2 },
      { category: 'Pull', plannedSets: 0, completedSets: 0, extraSets: 0 },
      { category: 'Squat', plannedSets: 0, completedSets: 0, extraSets: 0 },
    ])
  })

  test('counts skipped sessions as planned, so that skipping does not raise the adherence', () => {
    expect(reportWeek(facts({ days: [monday] })).adherence).toBe(0.5)
    const skipped = [
      { date: '2026-11-17', sessions: 2 },
      { date: '2026-11-24', sessions: 7 },
    ]
    expect(reportWeek(facts({ days: [monday], skipped }))).toMatchObject({ adherence: 0.25, skippedSessions: 2 })
  })

  test('has no adherence when nothing was planned', () => {
    expect(reportWeek(facts()).adherence).toBeNull()
  })
})
