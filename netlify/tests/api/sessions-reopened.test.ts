import { beforeAll, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { derivedOf, differencesOf } from '#tests/support/derived.js'
import {
  expectStatus,
  log,
  noon,
  plan,
  problemOf,
  reread,
  sessionIn,
  start,
  summaryOf,
  today,
} from '#tests/support/session-api.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const pushUps = { date: today, exercises: [{ exercise: 'push-up' }] }

/** Completes a session of three sets of push-ups by a mistap, before the third. */
async function mistapped() {
  const me = await api.athlete()
  const { path, exercises, id } = await start(me, pushUps)
  for (const reps of [10, 10]) await log(me, exercises[0], { reps, rpe: 8 })
  const completed = expectStatus(await me.post(`${path}/complete`, { completedAt: noon }), 200).body
  return { me, path, exercise: exercises[0], id, completed }
}

test('a session that is reopened is in progress with everything that was logged, and its decisions are withdrawn', async () => {
  const { me, path, id, completed } = await mistapped()
  const before = await derivedOf(api, me)
  const reopened = expectStatus(await me.post(`${path}/reopen`), 200).body
  const { status: _, completedAt: __, version: ___, updatedAt: ____, exercises, ...kept } = sessionIn(completed)
  expect(reopened).toMatchObject({ ...kept, status: 'in_progress', completedAt: null, version: 6 })
  expect(reopened.exercises[0].sets).toEqual(exercises[0].sets)
  expect(await reread(me, path)).toEqual(reopened)
  expect((await me.get(`${path}/decisions`)).body.data).toEqual([])
  expect((await me.get('/me/records')).body.data).toEqual([])
  expect(await summaryOf(api, me, today)).toMatchObject({ completed_sessions: 0, is_completed: false })
  expect((await me.get('/me/history?type=session.reopened')).body.data).toMatchObject([{ payload: { sessionId: id } }])
  expect(await differencesOf(api, me)).toEqual([])
  expect(await derivedOf(api, me)).not.toEqual(before)
})

test('a session that is reopened and completed again has what it had', async () => {
  const { me, path, completed } = await mistapped()
  const before = await derivedOf(api, me)
  expectStatus(await me.post(`${path}/reopen`), 200)
  const again = expectStatus(await me.post(`${path}/complete`, { completedAt: noon }), 200).body
  expect(again.decisions).toEqual(completed.decisions)
  expect(await derivedOf(api, me)).toEqual(before)
  expect(await differencesOf(api, me)).toEqual([])
})

test('a set, an exercise and another plan that come after the reopening are judged as if it had been open all the time', async () => {
  const { me, path, exercise } = await mistapped()
  expectStatus(await me.post(`${path}/reopen`), 200)
  await log(me, exercise, { reps: 10, rpe: 8 })
  expectStatus(await me.patch(`${exercise}`, { planned: { sets: [{ reps: 10 }, { reps: 10 }, { reps: 10 }] } }), 200)
  const { id } = expectStatus(await me.post(`${path}/exercises`, { exercise: 'dead-hang' }), 201).body
  await log(me, `${path}/exercises/${id}`, { duration: 30, rpe: 8 })
  const { decisions } = expectStatus(await me.post(`${path}/complete`, { completedAt: noon }), 200).body
  expect(decisions.map(({ inputs }: { inputs: { actual: number[] } }) => inputs.actual)).toEqual([
    [10, 10, 10],
    [30, 0, 0],
  ])
  expect(await differencesOf(api, me)).toEqual([])
})

test('what the athlete said about a decision holds again once the session is completed again', async () => {
  const { me, path, exercise } = await mistapped()
  const sets = [{ reps: 6 }, { reps: 6 }, { reps: 6 }]
  expectStatus(await me.put(`${exercise}/decision`, { sets }), 200)
  expectStatus(await me.post(`${path}/reopen`), 200)
  const { decisions } = expectStatus(await me.post(`${path}/complete`, { completedAt: noon }), 200).body
  expect(decisions).toMatchObject([{ overridden: true, workingAfter: sets }])
  expect(await differencesOf(api, me)).toEqual([])
})

test('a skipped session is planned again, and an open one is answered as it is', async () => {
  const me = await api.athlete()
  const { path, session } = await plan(me, pushUps)
  expect(expectStatus(await me.post(`${path}/reopen`), 200).body).toEqual(session)
  expectStatus(await me.post(`${path}/skip`), 200)
  const { body } = expectStatus(await me.post(`${path}/reopen`), 200)
  expect(body).toEqual({ ...session, version: 3, updatedAt: body.updatedAt })
})

test('reopening is refused under a version that is out of date, and for what is not there', async () => {
  const { me, path } = await mistapped()
  const headers = { 'if-match': '"2"' }
  expect(problemOf(await me.post(`${path}/reopen`, undefined, { headers }))).toEqual(['412 VERSION_MISMATCH'])
  const other = await api.athlete()
  expect(problemOf(await other.post(`${path}/reopen`))).toEqual(['404 SESSION_NOT_FOUND'])
})

test('a reopening, a set and a completion at once lose nothing', async () => {
  for (const n of [1, 2, 3, 4, 5]) {
    const { me, path, exercise } = await mistapped()
    const answers = await Promise.all([
      me.post(`${path}/reopen`),
      me.post(`${exercise}/sets`, { reps: n }),
      me.post(`${path}/complete`, {}),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 200])
    expect((await reread(me, path)).exercises[0].sets).toHaveLength(3)
    expect(await differencesOf(api, me)).toEqual([])
  }
})
