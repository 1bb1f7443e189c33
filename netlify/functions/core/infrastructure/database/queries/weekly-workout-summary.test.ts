import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { migrate } from '#database/migrate.js'
import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { testDatabase } from '#tests/support/database.js'
import { ordinaryOwner } from '#tests/support/ordinary-owner.js'
import { withClient } from '#tests/support/with-client.js'
import {
  countSessionsOfAll,
  listWeeksOfAll,
  refreshWeeklySummaries,
  weeklySummariesAsOf,
} from './weekly-workout-summary.js'

const db = await testDatabase()
const ownedDatabase = await ordinaryOwner()
const now = new Date('2026-11-22T12:00:00Z')
/** A Sunday's Monday. */
const running = '2026-11-16'
let ada: AthleteId

beforeEach(async () => {
  await db.rows('delete from users')
  ada = await db.insertAthlete()
})

type Day = { readonly done?: number; readonly sets?: number; readonly extra?: number }

const addDay = (userId: AthleteId, date: string, { done = 1, sets = 3, extra = 0 }: Day = {}) =>
  db.rows(
    `insert into daily_workout_summary (
      user_id, workout_date, planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets,
      completed_sets, extra_sets, total_reps, total_hold_seconds, total_duration_minutes, categories, is_completed)
    values ($1, $2, 1, $3, 1, 1, 4, $4, $5, 24, 90, 45, '{Push}', $3 = 1)`,
    [userId, date, done, sets, extra],
  )

const refresh = (at = now) => db.operator().batch([refreshWeeklySummaries({ now: at })])
const weeks = (from = '2026-11-02') => db.operator().query(listWeeksOfAll({ from, running }))
const places = () => db.rows('select user_id, week_start, ctid::text, xmin::text from weekly_workout_summary')

test('weeks that are over are as of the last refresh, and the running one is exact', async () => {
  await addDay(ada, '2026-11-09')
  await addDay(ada, '2026-11-16')
  await refresh()
  await addDay(ada, '2026-11-15')
  await addDay(ada, '2026-11-22', { sets: 4, extra: 2 })
  const [thisWeek, lastWeek, ...others] = await weeks()
  expect(thisWeek).toEqual({
    ...{ weekStart: running, athletes: 1, cameBack: 1, plannedSessions: 2, completedSessions: 2, plannedSets: 8 },
    ...{ performedSets: 9, reps: 48, holdSeconds: 180, minutes: 90 },
  })
  expect(lastWeek).toMatchObject({ weekStart: '2026-11-09', completedSessions: 1 })
  expect(others).toEqual([])
  await refresh()
  expect((await weeks())[1]).toMatchObject({
    weekStart: '2026-11-09',
    completedSessions: 2,
  })
})

test('an athlete trained in a week when they completed a session, and came back when they did in the week before', async () => {
  const [bob, cleo] = [await db.insertAthlete(), await db.insertAthlete()]
  await addDay(ada, '2026-11-08')
  await addDay(bob, '2026-11-03', { done: 0 })
  for (const athlete of [ada, bob, cleo]) await addDay(athlete, '2026-11-09')
  await addDay(ada, '2026-11-20', { done: 0 })
  await addDay(cleo, '2026-11-20')
  await refresh()
  expect((await weeks()).map(({ weekStart, athletes, cameBack }) => [weekStart, athletes, cameBack])).toEqual([
    [running, 1, 1],
    ['2026-11-09', 3, 1],
    ['2026-11-02', 1, 0],
  ])
})

test('a week of an athlete is the sum of its days, from Monday to Sunday, over the ends of years too', async () => {
  const days = fc.uniqueArray(
    fc.integer({ min: 0, max: 1_500 }).map((day) => addDays('2022-11-20', day)),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(days, async (dates) => {
      await db.rows('delete from daily_workout_summary')
      for (const date of dates) await addDay(ada, date)
      await refresh()
      const counted = await db.rows(
        'select week_start::text as week, planned_sessions as days, total_reps as reps from weekly_workout_summary order by 1',
      )
      const expected = [...Map.groupBy(dates, mondayOf)].map(([week, { length }]) => ({
        week,
        days: length,
        reps: 24 * length,
      }))
      expect(counted).toEqual(expected.toSorted((a, b) => (a.week < b.week ? -1 : 1)))
    }),
    { numRuns: 15 },
  )
})

test('a refresh writes only the rows that differ, and remembers when it was', async () => {
  const bob = await db.insertAthlete()
  await addDay(ada, '2026-11-09')
  await addDay(bob, '2026-11-09')
  await refresh()
  const before = await places()
  await addDay(ada, '2026-11-10')
  const later = new Date('2026-11-22T13:00:00Z')
  await refresh(later)
  const after = await places()
  const changed = after.filter((row) => !before.some((earlier) => JSON.stringify(earlier) === JSON.stringify(row)))
  expect(changed).toMatchObject([{ user_id: ada }])
  expect(await db.operator().query(weeklySummariesAsOf({}))).toEqual(later)
})

test('an erased athlete leaves with the next refresh', async () => {
  await addDay(ada, '2026-11-09')
  await refresh()
  await db.rows('delete from users')
  await refresh()
  expect(await places()).toEqual([])
})

test('two refreshes at once both succeed', async () => {
  await addDay(ada, '2026-11-09')
  await Promise.all([refresh(), refresh(), refresh()])
  expect(await places()).toHaveLength(1)
})

test.each(['athlete', 'visitor'] as const)(
  'the role of an %s may neither read the sums of weeks nor refresh them',
  async (kind) => {
    const bound = kind === 'athlete' ? db.athlete(ada) : db.visitor()
    const refused = { facts: { sqlState: '42501' } }
    await expect(bound.query(listWeeksOfAll({ from: running, running }))).rejects.toMatchObject(refused)
    await expect(bound.batch([refreshWeeklySummaries({ now })])).rejects.toMatchObject(refused)
  },
)

test('an owner who is no superuser makes a view that the operator fills', async () => {
  const url = await ownedDatabase()
  await migrate({ url })
  await withClient(url, async (client) => {
    await client.query('set role calistheniq_operator')
    await client.query(`
      with athlete as (insert into users (email, name) values ('ada@example.com', 'Ada') returning id)
      insert into daily_workout_summary (
        user_id, workout_date, planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets,
        completed_sets, total_reps, total_hold_seconds, total_duration_minutes, categories, is_completed)
      select id, '2026-11-09', 1, 1, 1, 1, 3, 3, 24, 0, 45, '{Push}', true from athlete`)
    await client.query('select app.refresh_weekly_summaries(now())')
    const { rows } = await client.query('select week_start::text as week from weekly_workout_summary')
    expect(rows).toEqual([{ week: '2026-11-09' }])
    // it was lent for the migration alone
    const { rows: may } = await client.query(`select has_schema_privilege('public', 'create') as create`)
    expect(may).toEqual([{ create: false }])
  })
})

test('countSessionsOfAll counts the sessions of a day by their status, and those of no other day', async () => {
  const bob = await db.insertAthlete()
  for (const [userId, date, status] of [
    [ada, '2026-11-22', 'planned'],
    [bob, '2026-11-22', 'planned'],
    [bob, '2026-11-22', 'skipped'],
    [bob, '2026-11-21', 'skipped'],
  ])
    await db.rows('insert into workout_sessions (user_id, session_date, status) values ($1, $2, $3)', [
      userId,
      date,
      status,
    ])
  expect(await db.operator().query(countSessionsOfAll({ on: '2026-11-22' }))).toEqual([
    { status: 'planned', sessions: 2 },
    { status: 'skipped', sessions: 1 },
  ])
})
