import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AthleteId } from '#domain/values/id.schema.js'
import { testDatabase } from '#tests/support/database.js'
import { effect, sql } from '../statement.js'
import { listSummaryDrift } from './daily-workout-summary.js'
import { addToDailySummary, lockDailySummaries, refreshDailySummaries } from './daily-workout-summary-writes.js'

const { rows, athlete, operator, insertAthlete } = await testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const date = '2026-11-20'

await rows(`
  insert into workout_levels (name, description, level_order) values ('Foundation', 'x', 0);
  insert into exercise_categories (name, description) values ('Push', 'x'), ('Pull', 'x');
  insert into exercises (slug, name, level_id, category_id, metric, difficulty, description, cues, unilateral,
    body_mass_fraction, body_mass_fraction_source, primary_muscles, fit_exercise_category, health_connect_segment,
    default_sets, default_tempo, default_rest_seconds, default_equipment, tags)
  select slug, slug, 1, category, metric, 0, 'x', '{}', slug = 'lunge', 0.5, 'est', '{}', 'PUSH_UP', 'OTHER_WORKOUT',
    jsonb_build_array(jsonb_build_object(metric, 10)), '2-0-X-1', 60, '{}', '{}'
  from (values ('push-up', 1, 'reps'), ('dead-hang', 2, 'duration'), ('lunge', 1, 'reps')) as item (slug, category, metric)`)

let userId: AthleteId

beforeEach(async () => {
  userId = await insertAthlete()
})

type Given = { on?: string; status?: string; minutes?: number }

async function givenSession({ on = date, status = 'planned', minutes = 30 }: Given = {}): Promise<string> {
  const completedAt = status === 'completed' ? now : null
  const startedAt = status === 'in_progress' ? now : null
  const [row] = await rows<{ id: string }>(
    `insert into workout_sessions (user_id, session_date, status, completed_at, started_at, duration_minutes)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [userId, on, status, completedAt, startedAt, minutes],
  )
  return row?.id ?? ''
}

async function givenExercise(session: string, slug: string, { sets = 3, completed = false } = {}): Promise<string> {
  const [row] = await rows<{ id: string }>(
    `insert into session_exercises (session_id, user_id, exercise_id, exercise_order, planned_sets, completed)
     select $1, $2, exercise.id, 1 + (select count(*) from session_exercises where session_id = $1),
       $4, $5
     from exercises as exercise where slug = $3
     returning id`,
    [session, userId, slug, JSON.stringify(Array(sets).fill({ reps: 8 })), completed],
  )
  return row?.id ?? ''
}

const logSet = effect({
  name: 'logSet',
  sql: (set: {
    exercise: string
    userId: AthleteId
    number: number
    side: string | null
    reps: number | null
    seconds: number | null
  }) => sql`
    insert into exercise_set_logs (session_exercise_id, user_id, set_number, side, actual_reps, actual_duration_seconds)
    values (${set.exercise}::uuid, ${set.userId}::uuid, ${set.number}::integer, ${set.side}::text, ${set.reps}::integer, ${set.seconds}::integer)`,
})

const log = (
  exercise: string,
  number: number,
  { reps = null, seconds = null, side = null }: { reps?: number | null; seconds?: number | null; side?: string | null },
) => logSet({ exercise, userId, number, side, reps, seconds })

async function refresh(dates: readonly string[] = [date], at = now): Promise<void> {
  await athlete(userId).batch([lockDailySummaries({ userId }), refreshDailySummaries({ userId, dates, now: at })])
}

const summaries = () =>
  rows(
    `select to_jsonb(summary) - '{id,user_id,created_at,updated_at}'::text[] as summary, xmin::text as version, updated_at
     from daily_workout_summary as summary where user_id = $1 order by workout_date`,
    [userId],
  )

describe('the summary of a day', () => {
  test('counts its sessions, exercises and sets, both sides as one set, and no skipped session', async () => {
    const done = await givenSession({ status: 'completed', minutes: 45 })
    const open = await givenSession({ status: 'in_progress', minutes: 60 })
    const skipped = await givenSession({ status: 'skipped', minutes: 90 })
    const pushUps = await givenExercise(done, 'push-up', { completed: true })
    const hangs = await givenExercise(done, 'dead-hang', { sets: 2 })
    await givenExercise(open, 'push-up', { sets: 4 })
    await givenExercise(skipped, 'push-up', { sets: 5 })
    await operator().batch([
      log(pushUps, 1, { reps: 8, side: 'left' }),
      log(pushUps, 1, { reps: 7, side: 'right' }),
      log(hangs, 1, { seconds: 30 }),
      log(hangs, 2, { seconds: 25 }),
    ])
    await refresh()
    expect((await summaries()).map(({ summary }) => summary)).toEqual([
      {
        workout_date: date,
        planned_sessions: 2,
        completed_sessions: 1,
        total_exercises: 3,
        completed_exercises: 1,
        planned_sets: 9,
        completed_sets: 3,
        extra_sets: 0,
        total_reps: 15,
        total_hold_seconds: 55,
        total_duration_minutes: 45,
        categories: ['Pull', 'Push'],
        is_completed: false,
        effort_au: null,
        sets_by_category: {
          Pull: { planned: 2, completed: 2, extra: 0 },
          Push: { planned: 7, completed: 1, extra: 0 },
        },
      },
    ])
    expect(await operator().query(listSummaryDrift({ userId: null, limit: 100 }))).toEqual([])
  })

  test('is completed when everything that was not skipped is completed', async () => {
    await givenSession({ status: 'completed' })
    await givenSession({ status: 'skipped' })
    await refresh()
    expect((await summaries())[0]?.summary).toMatchObject({ is_completed: true, planned_sessions: 1, categories: [] })
  })

  test('is written for each date apart, and only for those asked for', async () => {
    for (const on of ['2026-11-18', '2026-11-19', '2026-11-20']) await givenSession({ on })
    await refresh(['2026-11-18', '2026-11-20'])
    expect((await summaries()).map(({ summary }) => summary.workout_date)).toEqual(['2026-11-18', '2026-11-20'])
  })
})

describe('a refresh of summaries', () => {
  test('deletes the summary of a day without sessions', async () => {
    await givenSession()
    await refresh()
    await rows(`update workout_sessions set status = 'skipped' where user_id = $1`, [userId])
    await refresh()
    expect(await summaries()).toEqual([])
  })

  test('leaves an equal summary untouched, and dates a changed one', async () => {
    const session = await givenSession()
    await refresh()
    const before = await summaries()
    const later = new Date('2026-11-22T13:00:00Z')
    await refresh([date], later)
    expect(await summaries()).toEqual(before)
    await givenExercise(session, 'push-up')
    await refresh([date], later)
    expect((await summaries())[0]?.updated_at).toEqual(later)
  })

  test('of one athlete changes nothing of another', async () => {
    await givenSession()
    await refresh()
    const other = await summaries()
    const first = userId
    userId = await insertAthlete()
    await refresh()
    expect(await summaries()).toEqual([])
    userId = first
    expect(await summaries()).toEqual(other)
  })

  test('counts what others log at the same time into other sessions of the day', async () => {
    const exercises = await Promise.all(
      Array.from({ length: 6 }, async () => givenExercise(await givenSession({ status: 'in_progress' }), 'push-up')),
    )
    const database = athlete(userId)
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all(
        exercises.map((exercise) =>
          database.batch([
            log(exercise, round, { reps: 5 }),
            lockDailySummaries({ userId }),
            refreshDailySummaries({ userId, dates: [date], now }),
          ]),
        ),
      )
      expect((await summaries())[0]?.summary).toMatchObject({
        completed_sets: 6 * Math.min(round, 3),
        extra_sets: 6 * Math.max(round - 3, 0),
        total_reps: 30 * round,
      })
    }
  })
})

describe('what is added to the summary of a day', () => {
  const nothing = { completedExercises: 0, completedSets: 0, extraSets: 0, reps: 0, holdSeconds: 0, categories: [] }
  const later = new Date('2026-11-22T13:00:00Z')
  const of = (completed: number, extra: number) => ({ planned: 3, completed, extra })
  const push = (completed: number, extra: number) => [{ category: 'Push', completed, extra }]
  const add = (difference: object, at = now) =>
    addToDailySummary({ userId, date, difference: { ...nothing, ...difference }, now: at })

  test('changes the sums that it names, dates the summary, and leaves other categories and days alone', async () => {
    const session = await givenSession()
    await givenExercise(session, 'push-up')
    await givenExercise(session, 'dead-hang')
    await givenSession({ on: '2026-11-21' })
    await refresh([date, '2026-11-21'])
    const [before, next] = await summaries()
    await athlete(userId).batch([
      add({ completedSets: 3, extraSets: 2, reps: 40, holdSeconds: 9, completedExercises: 1, categories: push(3, 2) }),
      add({ extraSets: -1, reps: -8, categories: push(0, -1) }, later),
    ])
    const [after, nextAfter] = await summaries()
    expect(after?.summary).toEqual({
      ...before?.summary,
      completed_exercises: 1,
      completed_sets: 3,
      extra_sets: 1,
      total_reps: 32,
      total_hold_seconds: 9,
      sets_by_category: { Pull: of(0, 0), Push: of(3, 1) },
    })
    expect(after?.updated_at).toEqual(later)
    expect(nextAfter).toEqual(next)
  })

  test('leaves a category out that the day does not have', async () => {
    await givenExercise(await givenSession(), 'push-up')
    await refresh()
    await athlete(userId).batch([add({ categories: [{ category: 'Pull', completed: 1, extra: 0 }] })])
    expect((await summaries())[0]?.summary.sets_by_category).toEqual({ Push: of(0, 0) })
  })

  test('adds up with what others add, and with what they count anew, at the same time', async () => {
    const exercises = await Promise.all(
      Array.from({ length: 6 }, async () => givenExercise(await givenSession({ status: 'in_progress' }), 'push-up')),
    )
    await refresh()
    for (let round = 1; round <= 3; round += 1) {
      await Promise.all(
        exercises.map((exercise, index) =>
          athlete(userId).batch([
            log(exercise, round, { reps: 5 }),
            ...(index % 2 === 0
              ? [add({ completedSets: 1, reps: 5, categories: push(1, 0) })]
              : [lockDailySummaries({ userId }), refreshDailySummaries({ userId, dates: [date], now })]),
          ]),
        ),
      )
      expect(await operator().query(listSummaryDrift({ userId, limit: 100 }))).toEqual([])
      expect((await summaries())[0]?.summary).toMatchObject({ completed_sets: 6 * round, total_reps: 30 * round })
    }
  })
})

test('summaries of before they counted sets are counted anew by their migration, and equal ones left alone', async () => {
  const session = await givenSession({ status: 'completed' })
  const [lunges, pushUps] = [await givenExercise(session, 'lunge'), await givenExercise(session, 'push-up')]
  const next = await givenSession({ on: '2026-11-21' })
  await givenExercise(next, 'push-up')
  await operator().batch([
    log(lunges, 1, { reps: 8, side: 'left' }),
    log(lunges, 1, { reps: 8, side: 'right' }),
    log(lunges, 2, { reps: 6 }),
    ...[1, 2, 3, 4].map((number) => log(pushUps, number, { reps: 5 })),
  ])
  await refresh([date, '2026-11-21'])
  const right = await summaries()
  expect(right[0]?.summary).toMatchObject({ completed_sets: 5, extra_sets: 1, total_reps: 48 })
  await rows(
    `update daily_workout_summary set completed_sets = 7, extra_sets = 0, total_reps = 42 where workout_date = $1`,
    [date],
  )
  const migrations = join(import.meta.dirname, '../migrations')
  const [recount] =
    /^do \$\$.*^\$\$;/ms.exec(readFileSync(join(migrations, '0036_summaries-count-sets.sql'), 'utf8')) ?? []
  await rows(recount ?? '')
  const recounted = await summaries()
  expect(recounted.map(({ summary }) => summary)).toEqual(right.map(({ summary }) => summary))
  expect(recounted[1]).toEqual(right[1])
  expect(await operator().query(listSummaryDrift({ userId, limit: 100 }))).toEqual([])
})

describe('listSummaryDrift', () => {
  test.each([
    ['a summary that says something else', `update daily_workout_summary set total_reps = 99 where user_id = $1`],
    ['a summary that is missing', `delete from daily_workout_summary where user_id = $1`],
    ['a summary without a session', `delete from workout_sessions where user_id = $1`],
  ])('is %s', async (_, damage) => {
    await givenSession()
    await refresh()
    await rows(damage, [userId])
    const drift = await operator().query(listSummaryDrift({ userId: null, limit: 100 }))
    expect(drift.filter((found) => found.userId === userId).map(({ workoutDate }) => workoutDate)).toEqual([date])
  })
})
