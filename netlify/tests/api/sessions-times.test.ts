import { beforeAll, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, plan, problemOf, reread, sessionIn, start, today } from '#tests/support/session-api.js'

const api = await testApi()
const evening = `${today}T20:00:00.000Z`
const at = (time: string) => `${today}T${time}:00.000Z`
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(evening)
  athlete = await api.athlete()
})

const pushUps = { date: today, exercises: [{ exercise: 'push-up' }] }

const events = async (type: string) => (await athlete.get(`/me/history?type=${type}&limit=1`)).body.data[0]

describe('a workout that is sent late', () => {
  test('has its true times, and its load follows from them', async () => {
    const me = await api.athlete()
    const { path, exercises } = await plan(me, pushUps)
    expectStatus(await me.post(`${path}/start`, { startedAt: '2026-11-22T19:00:00+01:00' }), 200)
    await log(me, exercises[0], { reps: 8, rpe: 8, completedAt: at('18:10') })
    const completed = expectStatus(await me.post(`${path}/complete`, { completedAt: at('18:45') }), 200).body
    expect(completed).toMatchObject({ startedAt: at('18:00'), completedAt: at('18:45'), durationMinutes: 45 })
    expect(await reread(me, path)).toEqual(sessionIn(completed))
    expect((await me.get('/me/load')).body.days.at(-1)).toMatchObject({ sessionLoad: 45 * 8 })
  })

  test('takes its start from the first set when its start was sent after its end', async () => {
    const { path, exercises } = await start(athlete, pushUps)
    await log(athlete, exercises[0], { reps: 8, completedAt: at('18:10') })
    const { body } = expectStatus(await athlete.post(`${path}/complete`, { completedAt: at('18:45') }), 200)
    expect(body).toMatchObject({ startedAt: at('18:10'), completedAt: at('18:45'), durationMinutes: 35 })
    const told = expectStatus(await athlete.post(`${path}/start`, { startedAt: at('18:05') }), 200).body
    expect(told).toMatchObject({ status: 'completed', startedAt: at('18:05'), durationMinutes: 40 })
  })

  test('has sets of up to 90 days ago', async () => {
    const { exercises } = await start(athlete, { ...pushUps, date: '2026-08-24' })
    const set = await log(athlete, exercises[0], { reps: 8, completedAt: '2026-08-24T18:00:00.000Z' })
    expect((await athlete.get(set)).body).toMatchObject({ completedAt: '2026-08-24T18:00:00.000Z' })
  })
})

describe('times that contradict each other', () => {
  test.each([
    [{ startedAt: at('19:00'), completedAt: at('18:00') }, '/startedAt AFTER_END'],
    [{ startedAt: at('18:00'), completedAt: at('19:00'), durationMinutes: 75 }, '/durationMinutes OUT_OF_RANGE'],
    [{ startedAt: at('20:06') }, '/startedAt IN_FUTURE'],
    [{ completedAt: at('20:06') }, '/completedAt IN_FUTURE'],
  ])('%j are refused', async (given, fault) => {
    const { path, exercises } = await start(athlete, pushUps)
    await log(athlete, exercises[0], { reps: 8 })
    expect(problemOf(await athlete.post(`${path}/complete`, given))).toEqual(['422 INVALID_INPUT', fault])
    expect(await reread(athlete, path)).toMatchObject({ status: 'in_progress' })
  })
})

describe('a second completion', () => {
  test('with other values corrects the first, and events and load say so', async () => {
    const me = await api.athlete()
    const { path, exercises } = await start(me, pushUps)
    await log(me, exercises[0], { reps: 8, rpe: 8 })
    const first = expectStatus(await me.post(`${path}/complete`, { durationMinutes: 30 }), 200).body
    const given = { startedAt: at('18:00'), completedAt: at('19:00'), notes: 'in the park' }
    const second = expectStatus(await me.post(`${path}/complete`, given), 200).body
    expect(second).toMatchObject({ ...given, durationMinutes: 60, version: first.version + 1 })
    expect(second.decisions).toEqual(first.decisions)
    expect(await reread(me, path)).toEqual(sessionIn(second))
    const [told] = (await me.get('/me/history?type=session.edited')).body.data
    expect(told.payload).toMatchObject({ fields: ['notes', 'durationMinutes', 'startedAt', 'completedAt'] })
    expect((await me.get('/me/load')).body.days.at(-1)).toMatchObject({ sessionLoad: 60 * 8 })
    expect(await differencesOf(api, me)).toEqual([])
  })

  test.each([{}, { durationMinutes: 30 }])('with %j after 30 minutes answers what is there', async (given) => {
    const { path, exercises } = await start(athlete, pushUps)
    await log(athlete, exercises[0], { reps: 8 })
    const first = expectStatus(await athlete.post(`${path}/complete`, { durationMinutes: 30 }), 200).body
    expect(expectStatus(await athlete.post(`${path}/complete`, given), 200).body).toEqual(first)
  })
})

test('a start that is sent again with another instant corrects the first', async () => {
  const { path } = await plan(athlete, pushUps)
  expectStatus(await athlete.post(`${path}/start`, { startedAt: at('18:00') }), 200)
  const { body } = expectStatus(await athlete.post(`${path}/start`, { startedAt: at('18:10') }), 200)
  expect(body).toMatchObject({ status: 'in_progress', startedAt: at('18:10'), version: 3 })
  expect(await events('session.started')).toMatchObject({ occurredAt: at('18:00') })
  expect(await events('session.edited')).toMatchObject({ payload: { fields: ['startedAt'] } })
  expectStatus(await athlete.post(`${path}/skip`), 200)
})

describe('a session of tomorrow', () => {
  test('is not completed in Los Angeles on the evening before', async () => {
    api.setNow('2026-11-27T01:24:00.000Z')
    const me = await api.athlete({ timeZone: 'America/Los_Angeles' })
    const { path } = await plan(me, { ...pushUps, date: '2026-11-27' })
    const refused = await me.post(`${path}/complete`, { withoutSets: true })
    expect(problemOf(refused)).toEqual(['422 DATE_IN_FUTURE'])
    expect(problemOf(await me.post(`${path}/start`))).toEqual(['422 DATE_IN_FUTURE'])
    expect(await reread(me, path)).toMatchObject({ status: 'planned', completedAt: null })
    api.setNow(evening)
  })

  test('that was begun before a flight over the date line is completed after it, and counts', async () => {
    api.setNow('2026-11-26T20:00:00.000Z')
    const me = await api.athlete({ timeZone: 'Pacific/Auckland' })
    const { path, exercises } = await start(me, { ...pushUps, date: '2026-11-27' })
    expectStatus(await me.patch('/me', { timeZone: 'America/Los_Angeles' }), 200)
    await log(me, exercises[0], { reps: 8 })
    expectStatus(await me.post(`${path}/complete`), 200)
    expect((await me.get('/me/adherence')).body).toMatchObject({ currentStreakWeeks: 1 })
    expect((await me.get('/me/days')).body.data).toMatchObject([{ date: '2026-11-27', isCompleted: true }])
    api.setNow(evening)
  })
})

describe('a session in which nothing was logged', () => {
  test('is not completed, and is once a set has arrived, under the same key', async () => {
    const { path, exercises } = await start(athlete, pushUps)
    const complete = () =>
      athlete.post(`${path}/complete`, {}, { headers: { 'idempotency-key': `done ${path}`.replace(' ', '-') } })
    const refused = await complete()
    expect(problemOf(refused)).toEqual(['409 NOTHING_LOGGED'])
    expect(refused.body.detail).toContain('skip the session')
    await log(athlete, exercises[0], { reps: 5, kind: 'warmup' })
    expectStatus(await complete(), 200)
  })

  test('is completed when an exercise is marked as done, or when its athlete says so', async () => {
    const ticked = await start(athlete, pushUps)
    expectStatus(await athlete.post(`${ticked.exercises[0]}/done`), 200)
    expectStatus(await athlete.post(`${ticked.path}/complete`), 200)
    const { path } = await plan(athlete, pushUps)
    const { body } = expectStatus(
      await athlete.post(`${path}/complete`, { withoutSets: true, durationMinutes: 40 }),
      200,
    )
    expect(body).toMatchObject({ status: 'completed', startedAt: at('19:20'), durationMinutes: 40, decisions: [] })
  })
})
