import { beforeEach, describe, expect, test } from 'vitest'
import type { AthleteId } from '#domain/values/id.schema.js'
import { testDatabase } from '#tests/support/database.js'
import { findEffortHistory } from './effort-history.js'
import { listTrainingLoads } from './training-loads.js'

const { rows, athlete, insertAthlete } = await testDatabase()
let userId: AthleteId

beforeEach(async () => {
  userId = await insertAthlete()
})

const given = (date: string, status = 'completed') =>
  rows(
    `insert into workout_sessions (user_id, session_date, status, completed_at, started_at)
    values ($1, $2, $3::text, case $3::text when 'completed' then $2::date + interval '18 hours' end, $2)`,
    [userId, date, status],
  )

describe('listTrainingLoads', () => {
  const dates = async (since: string | null, until: string | null, before: number) =>
    (await athlete(userId).query(listTrainingLoads({ userId, since, until, before }))).map(({ date }) => date.slice(5))

  beforeEach(async () => {
    for (const day of ['10-30', '10-01', '10-20', '10-20', '10-10', '11-01', '11-05']) await given(`2026-${day}`)
    for (const status of ['planned', 'in_progress', 'skipped']) await given('2026-11-02', status)
  })

  test('are those of the days that are asked for, the first and the last included', async () => {
    expect(await dates('2026-10-20', '2026-11-01', 0)).toEqual(['10-20', '10-20', '10-30', '11-01'])
    expect(await dates('2026-10-21', '2026-10-31', 0)).toEqual(['10-30'])
  })

  test('are all that came after without a last day, and all without a first', async () => {
    expect(await dates('2026-10-30', null, 0)).toEqual(['10-30', '11-01', '11-05'])
    expect(await dates(null, '2026-10-19', 12)).toEqual(['10-01', '10-10'])
    expect(await dates(null, null, 0)).toHaveLength(7)
  })

  test('are the newest before them as well, in whole days and whatever their age', async () => {
    expect(await dates('2026-11-01', null, 1)).toEqual(['10-30', '11-01', '11-05'])
    expect(await dates('2026-11-01', null, 2)).toEqual(['10-20', '10-20', '10-30', '11-01', '11-05'])
    expect(await dates('2027-11-01', null, 3)).toEqual(['10-30', '11-01', '11-05'])
    expect(await dates('2026-11-01', null, 12)).toHaveLength(7)
    expect(await dates('2026-09-01', '2026-10-05', 12)).toEqual(['10-01'])
  })

  test('are none of another athlete', async () => {
    const other = await insertAthlete()
    expect(await athlete(other).query(listTrainingLoads({ userId, since: null, until: null, before: 12 }))).toEqual([])
  })
})

describe('findEffortHistory', () => {
  const found = (from: string, to: string) => athlete(userId).query(findEffortHistory({ userId, from, to }))
  const summary = (date: string, au: number | null) =>
    rows(
      `insert into daily_workout_summary (user_id, workout_date, planned_sessions, completed_sessions, total_exercises,
        completed_exercises, planned_sets, completed_sets, total_reps, total_hold_seconds, total_duration_minutes,
        categories, is_completed, effort_au)
      values ($1, $2, 1, 1, 0, 0, 0, 0, 0, 0, 0, '{}', true, $3)`,
      [userId, date, au],
    )

  test('is empty without a completed session', async () => {
    await given('2026-10-01', 'skipped')
    expect(await found('2026-01-01', '2026-12-31')).toEqual({ firstDay: null, days: new Map() })
  })

  test('has the days between two whose effort is known, and the day of the first completed session', async () => {
    await given('2020-02-01', 'planned')
    for (const date of ['2026-10-03', '2020-03-01', '2021-01-01']) await given(date)
    for (const [date, au] of [
      ['2026-10-01', 1],
      ['2026-10-02', 350.25],
      ['2026-10-03', 0],
      ['2026-10-04', null],
      ['2026-10-05', 1000 / 3],
      ['2026-10-06', 9],
    ] as const)
      await summary(date, au)
    expect(await found('2026-10-02', '2026-10-05')).toEqual({
      firstDay: '2020-03-01',
      days: new Map([
        ['2026-10-02', 350.25],
        ['2026-10-03', 0],
        ['2026-10-05', 1000 / 3],
      ]),
    })
  })
})
