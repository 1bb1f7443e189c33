import { beforeAll, describe, expect, test } from 'vitest'
import { SetKind } from '#domain/effort/set.schema.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, noon, plan, problemOf, reread, start } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

describe('the kind of a set', () => {
  test('is working when nothing is said', async () => {
    const { path, exercises } = await start(athlete)
    await log(athlete, exercises[0], { reps: 8 })
    expect((await reread(athlete, path)).exercises[0].sets).toMatchObject([{ kind: 'working' }])
  })

  test.each(SetKind.options)('%s is stored, and told by the event', async (kind) => {
    const me = await api.athlete()
    const { path, exercises } = await start(me)
    const set = await log(me, exercises[0], { reps: 8, kind })
    expect((await reread(me, path)).exercises[0].sets).toMatchObject([{ kind }])
    const { data } = expectStatus(await me.get('/me/history?type=set.logged'), 200).body
    expect(data).toMatchObject([{ payload: { set: { id: set.split('/').at(-1), kind } } }])
  })

  test('can be corrected, also in a completed session', async () => {
    const { path, exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 3 })
    expectStatus(await athlete.post(`${path}/complete`), 200)
    expect(expectStatus(await athlete.patch(set, { kind: 'warmup' }), 200).body).toMatchObject({ kind: 'warmup' })
    expect((await reread(athlete, path)).exercises[0].sets).toMatchObject([{ kind: 'warmup' }])
  })

  test('is refused where it is none', async () => {
    const { exercises } = await start(athlete)
    const refused = ['422 INVALID_INPUT', '/kind VALUE']
    expect(problemOf(await athlete.post(`${exercises[0]}/sets`, { reps: 8, kind: 'superset' }))).toEqual(refused)
    const set = await log(athlete, exercises[0], { reps: 8 })
    expect(problemOf(await athlete.patch(set, { kind: null }))).toEqual(refused)
  })
})

describe('an attempt that failed', () => {
  test.each([
    ['reps', 0, { reps: 0, rpe: 10 }],
    ['seconds', 1, { duration: 0 }],
  ])('is a set of 0 %s', async (_, index, body) => {
    const { path, exercises } = await start(athlete)
    await log(athlete, exercises[index], body)
    const { rpe: _rpe, ...amount } = { rpe: null, ...body }
    expect((await reread(athlete, path)).exercises[index]).toMatchObject({ sets: [body], actual: { sets: [amount] } })
  })

  test('is no record, whatever was added', async () => {
    const me = await api.athlete()
    const { path, exercises } = await start(me)
    await log(me, exercises[0], { reps: 0, rpe: 10, weightKg: 40 })
    expectStatus(await me.post(`${path}/complete`), 200)
    expect((await me.get('/me/records')).body.data).toEqual([])
  })

  test('can be corrected to what was done after all', async () => {
    const { exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 0 })
    expect(expectStatus(await athlete.patch(set, { reps: 1 }), 200).body.reps).toBe(1)
  })
})

describe('a modifier', () => {
  const modified = (modifier: string) => ({
    date: '2026-11-22',
    exercises: [{ exercise: 'push-up', modifier }, { exercise: 'dead-hang' }],
  })

  test('is planned for an exercise, and none unless it is', async () => {
    const { path, session } = await plan(athlete, modified('load:7.5'))
    expect(session.exercises).toMatchObject([{ planned: { modifier: 'load:7.5' } }, { planned: { modifier: 'none' } }])
    expect(await reread(athlete, path)).toEqual(session)
  })

  test('is planned for an exercise that is added', async () => {
    const { path } = await plan(athlete)
    const { body } = await athlete.post(`${path}/exercises`, { exercise: 'push-up', modifier: 'tempo' })
    expect(body).toMatchObject({ planned: { modifier: 'tempo' } })
  })

  test('can be changed while the session is open, and the event tells the field', async () => {
    const me = await api.athlete()
    const { path, exercises } = await plan(me)
    const { body } = expectStatus(await me.patch(`${exercises[0]}`, { planned: { modifier: 'tempo_pause' } }), 200)
    expect(body).toMatchObject({ planned: { modifier: 'tempo_pause' }, version: 2 })
    expect((await reread(me, path)).exercises[0]).toEqual(body)
    const { data } = (await me.get('/me/history?type=sessionExercise.changed')).body
    expect(data).toMatchObject([{ payload: { fields: ['planned.modifier'], exercise: { modifier: 'tempo_pause' } } }])
  })

  test.each(['load:0', 'load:7.25', 'load:1e1', 'load:301', 'heavy'])('of "%s" is refused', async (modifier) => {
    const answered = await athlete.post('/sessions', modified(modifier))
    expect(answered.status, JSON.stringify(answered.body)).toBe(422)
  })

  test('of every load that is taken is stored', async () => {
    const loads = [0.5, 1, 9.5, 10, 99.5, 100, 299.5, 300].map((kilograms) => `load:${kilograms}`)
    const exercises = loads.map((modifier) => ({ exercise: 'push-up', modifier }))
    const { session } = await plan(athlete, { date: '2026-11-22', exercises })
    expect(session.exercises.map((item: { planned: object }) => item.planned)).toMatchObject(
      loads.map((modifier) => ({ modifier })),
    )
  })
})

test('what was logged and planned is the same in the tables and in the events', async () => {
  const me = await api.athlete()
  const { path, exercises } = await start(me, {
    date: '2026-11-22',
    exercises: [{ exercise: 'push-up', modifier: 'load:20' }],
  })
  for (const kind of SetKind.options) await log(me, exercises[0], { reps: 3, kind })
  await log(me, exercises[0], { reps: 0 })
  expectStatus(await me.post(`${path}/complete`), 200)
  expect(await differencesOf(api, me)).toEqual([])
})
