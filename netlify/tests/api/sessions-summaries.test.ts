import { afterEach, beforeAll, expect, test } from 'vitest'
import { listSummaryDrift } from '#queries/daily-workout-summary.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, start, summaryOf, today } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(() => api.setNow(noon))
afterEach(async () => {
  expect(await api.db.operator().query(listSummaryDrift({ userId: null, limit: 100 }))).toEqual([])
})

const sumOf = (date = today) => summaryOf(api, athlete, date)

test('the summary of a day follows every step of a session', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  expect(await sumOf()).toEqual({
    planned_sessions: 1,
    completed_sessions: 0,
    total_exercises: 3,
    completed_exercises: 0,
    planned_sets: 9,
    completed_sets: 0,
    extra_sets: 0,
    total_reps: 0,
    total_hold_seconds: 0,
    total_duration_minutes: 0,
    categories: ['Pull', 'Push'],
    is_completed: false,
  })
  const set = await log(athlete, exercises[0], { reps: 8 })
  await log(athlete, exercises[1], { duration: 25 })
  expectStatus(await athlete.post(`${exercises[0]}/done`), 200)
  expect(await sumOf()).toMatchObject({
    completed_sets: 2,
    total_reps: 8,
    total_hold_seconds: 25,
    completed_exercises: 1,
  })

  expectStatus(await athlete.post(`${path}/complete`, { durationMinutes: 30 }), 200)
  expect(await sumOf()).toMatchObject({ completed_sessions: 1, total_duration_minutes: 30, is_completed: true })

  expectStatus(await athlete.patch(set, { reps: 80 }), 200)
  expect(await sumOf()).toMatchObject({ total_reps: 80 })

  expectStatus(await athlete.delete(set), 204)
  expect(await sumOf()).toMatchObject({ completed_sets: 1, total_reps: 0, total_hold_seconds: 25 })
})

test('the summaries of two days follow a session whose date is corrected', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  await log(athlete, exercises[0], { reps: 8 })
  await plan(athlete, { date: today, exercises: [{ exercise: 'l-sit' }] })
  expectStatus(await athlete.post(`${path}/complete`, { durationMinutes: 30 }), 200)
  expectStatus(await athlete.patch(path, { date: '2026-11-21' }), 200)
  expect(await sumOf('2026-11-21')).toMatchObject({ completed_sessions: 1, total_reps: 8, total_duration_minutes: 30 })
  expect(await sumOf()).toMatchObject({
    planned_sessions: 1,
    completed_sessions: 0,
    total_reps: 0,
    categories: ['Push'],
  })
})

test('a day without sessions has no summary', async () => {
  athlete = await api.athlete()
  const skipped = await plan(athlete)
  expectStatus(await athlete.post(`${skipped.path}/skip`), 200)
  expect(await sumOf()).toBeNull()
  expectStatus(await athlete.post(`${skipped.path}/reschedule`, { date: '2026-11-25' }), 200)
  expect(await sumOf('2026-11-25')).toMatchObject({ planned_sessions: 1 })
  expectStatus(await athlete.delete(skipped.path), 204)
  expect(await sumOf('2026-11-25')).toBeNull()
})

test('the summary of a day follows exercises that are added, changed and removed', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await plan(athlete)
  expectStatus(await athlete.post(`${path}/exercises`, { exercise: 'l-sit', sets: [{ duration: 5 }] }), 201)
  expect(await sumOf()).toMatchObject({ total_exercises: 4, planned_sets: 10 })
  expectStatus(await athlete.delete(`${exercises[1]}`), 204)
  expect(await sumOf()).toMatchObject({ total_exercises: 3, planned_sets: 7, categories: ['Push'] })
  expectStatus(await athlete.patch(`${exercises[0]}`, { planned: { sets: [{ reps: 1 }] } }), 200)
  expect(await sumOf()).toMatchObject({ planned_sets: 5 })
})

test('the summary of a day follows all that is done of two open sessions', async () => {
  athlete = await api.athlete()
  const [one, other] = [await start(athlete), await start(athlete)]
  const [pushUps, hangs, archers] = one.exercises
  const sets = []
  for (let n = 0; n < 5; n += 1) sets.push(await log(athlete, pushUps, { reps: 8, rpe: 8 }))
  await log(athlete, other.exercises[0], { reps: 3, kind: 'warmup' })
  await log(athlete, other.exercises[1], { duration: 40 })
  await log(athlete, hangs, { duration: 25 })
  await log(athlete, archers, { reps: 4 })
  for (const side of ['left', 'right']) await log(athlete, archers, { setNumber: 2, side, reps: 5 })
  expect(await sumOf()).toMatchObject({ completed_sets: 7, extra_sets: 2, total_reps: 61, total_hold_seconds: 65 })
  expectStatus(await athlete.patch(`${sets[0]}`, { kind: 'drop' }), 200)
  expectStatus(await athlete.patch(`${sets[1]}`, { reps: 10, rpe: 9 }), 200)
  expectStatus(await athlete.delete(`${sets[2]}`), 204)
  expectStatus(await athlete.post(`${hangs}/done`), 200)
  expect(await sumOf()).toMatchObject({
    completed_exercises: 1,
    completed_sets: 7,
    extra_sets: 0,
    total_reps: 55,
    total_hold_seconds: 65,
  })
  expect(await api.db.operator().query(listSummaryDrift({ userId: athlete.id, limit: 100 }))).toEqual([])
})
