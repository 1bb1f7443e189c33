import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { eventsOf, performed } from '#tests/support/performed.js'
import { expectStatus, log, problemOf, start } from '#tests/support/session-api.js'

const api = await testApi()
const today = '2026-11-22'
const noon = `${today}T12:00:00.000Z`
const day = (offset: number) => addDays(today, offset)
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
  // the account is older than what these tests look back at
  await api.db.rows(`update users set created_at = '2026-01-01' where id = $1`, [ada.id])
  api.setNow(noon)
})

const twenty = { kind: 'reps', exercise: 'push-up', target: 20 }
const set = async (body: object = twenty): Promise<Answered['body']> =>
  expectStatus(await ada.post('/me/goals', body), 201).body
const goalOf = async ({ id }: { id: string }, query = '') =>
  expectStatus(await ada.get(`/me/goals/${id}${query}`), 200).body
const pushUps = (offset: number, ...amounts: number[]) =>
  performed(api, ada, { on: day(offset) }, { exercise: 'push-up', sets: amounts.map((reps) => ({ reps, rpe: 9 })) })

describe('POST /me/goals', () => {
  test('sets an open goal, and answers with its address and a forecast that needs more weeks', async () => {
    const { body, headers } = expectStatus(
      await ada.post('/me/goals', { ...twenty, deadline: day(90), notes: 'For spring' }),
      201,
    )
    expect(body).toMatchObject({
      kind: 'reps',
      exercise: { slug: 'push-up', category: 'Push' },
      target: 20,
      deadline: day(90),
      status: 'open',
      setOn: today,
      reachedOn: null,
      notes: 'For spring',
      version: 1,
      createdAt: noon,
      eta: {
        status: 'insufficient_data',
        etaDate: null,
        onTrack: null,
        ruleId: 'goal.insufficient_data',
        inputs: { points: 0, best: null, aim: 20 },
        thresholds: { pointsMin: 4, spanDaysMin: 14, horizonDays: 365, weeks: 8 },
      },
    })
    expect(headers.get('location')).toBe(`/api/v1/me/goals/${body.id}`)
    expect(headers.get('server-timing')).toContain('2 round trips')
    expect(await goalOf(body)).toEqual(body)
    expect(api.requests.at(-1)).toMatchObject({ operation: 'goals.get', roundTrips: 1 })
    expect(await eventsOf(api, ada)).toEqual([
      {
        type: 'goal.set',
        payload: {
          goalId: body.id,
          on: today,
          goal: { kind: 'reps', exerciseId: body.exercise.id, target: 20 },
          deadline: day(90),
          rulesVersion: rulesInForce.version,
        },
      },
    ])
  })

  test('accepts goals of every kind', async () => {
    const id = '0198c0de-7a11-7000-8000-0000000000aa'
    expect(await set({ id, kind: 'hold', exercise: 'dead-hang', target: 60 })).toMatchObject({ id, target: 60 })
    expect(await set({ kind: 'skill', exercise: 'bar-muscle-up' })).toMatchObject({
      target: null,
      eta: { pAtLeast: expect.any(Number) },
    })
    expect(await set({ kind: 'consistency', target: 3 })).toMatchObject({ exercise: null, target: 3 })
  })

  test.each<[object, string[]]>([
    [{ kind: 'hold', exercise: 'push-up', target: 30 }, ['422 METRIC_MISMATCH', '/kind METRIC_MISMATCH']],
    [{ kind: 'reps', exercise: 'dead-hang', target: 30 }, ['422 METRIC_MISMATCH', '/kind METRIC_MISMATCH']],
    [{ ...twenty, deadline: day(-1) }, ['422 INVALID_INPUT', '/deadline IN_PAST']],
    [{ ...twenty, exercise: 'no-such-move' }, ['422 INVALID_INPUT', '/exercise EXERCISE_NOT_FOUND']],
    [{ kind: 'reps' }, ['422 INVALID_INPUT', '/exercise REQUIRED', '/target REQUIRED']],
    [{ kind: 'skill', exercise: 'push-up', target: 3 }, ['422 INVALID_INPUT', '/target NOT_ALLOWED']],
    [{ kind: 'consistency', target: 15 }, ['422 INVALID_INPUT', '/target TOO_BIG']],
    [{ ...twenty, target: 0 }, ['422 INVALID_INPUT', '/target TOO_SMALL']],
    [{ kind: 'fame' }, ['422 INVALID_INPUT', '/kind VALUE']],
    [{ ...twenty, status: 'reached' }, ['422 INVALID_INPUT', '/status UNKNOWN_FIELD']],
  ])('refuses %j', async (body, expected) => {
    expect(problemOf(await ada.post('/me/goals', body))).toEqual(expected)
    expect(await eventsOf(api, ada)).toEqual([])
  })

  test('refuses an id that another athlete has used', async () => {
    const { id } = await set()
    const eve = await api.athlete()
    expect(problemOf(await eve.post('/me/goals', { ...twenty, id }))).toEqual(['409 ID_TAKEN'])
  })

  test('needs the scope to write progress', async () => {
    const narrow = await api.athlete({ scopes: ['progress:read'] })
    expect(problemOf(await narrow.post('/me/goals', twenty))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})

describe('a goal and the training log', () => {
  test('gives the forecast of the worked example, with its day and both bounds', async () => {
    for (const [offset, reps] of [
      [-21, 4],
      [-14, 5],
      [-7, 6],
      [0, 7],
    ] as const)
      await pushUps(offset, reps, reps - 1)
    api.setNow(`${today}T20:00:00.000Z`)
    const { eta } = await set({ ...twenty, target: 10, deadline: day(29) })
    expect(eta).toMatchObject({
      status: 'projected',
      etaDays: 21,
      etaDate: day(21),
      optimisticDate: day(21),
      pessimisticDate: day(21),
      onTrack: true,
      slopePerDay: expect.closeTo(1 / 7, 3),
      current: expect.closeTo(7, 9),
      explanation: `At the pace of the last weeks you will be there on ${day(21)}, in time for ${day(29)}.`,
    })
  })

  test('a goal is reached by a session, and open again when its set was a typing error', async () => {
    const goal = await set({ ...twenty, target: 12 })
    const session = await pushUps(1, 12)
    expect(await goalOf(goal)).toMatchObject({
      status: 'reached',
      reachedOn: day(1),
      version: 2,
      eta: { status: 'achieved', explanation: `Reached on ${day(1)}.` },
    })
    expect((await eventsOf(api, ada)).map(({ type }) => type)).toContain('goal.reached')
    const [logged] = (await ada.get(session.path)).body.exercises[0].sets
    expectStatus(await ada.patch(`${session.exercises[0]}/sets/${logged.id}`, { reps: 2 }), 200)
    expect(await goalOf(goal)).toMatchObject({ status: 'open', reachedOn: null })
  })

  test('a goal begins today though a session of tomorrow is completed after a flight, which does not reach it', async () => {
    const zone = async (timeZone: string) => expectStatus(await ada.patch('/me', { timeZone }), 200)
    await zone('Pacific/Kiritimati')
    const { path, exercises } = await start(ada, { date: day(1), exercises: [{ exercise: 'push-up' }] })
    await zone('UTC')
    await log(ada, exercises[0], { reps: 12 })
    expectStatus(await ada.post(`${path}/complete`), 200)
    const goal = await set({ ...twenty, target: 12 })
    expect(goal).toMatchObject({ setOn: today, status: 'open' })
    await pushUps(0, 15)
    expect(await goalOf(goal)).toMatchObject({ status: 'reached', reachedOn: today })
    expect(await differencesOf(api, ada)).toEqual([])
  })

  test('a session before the goal was set does not reach it', async () => {
    await pushUps(-3, 12)
    api.setNow(noon)
    expect(await set({ ...twenty, target: 12 })).toMatchObject({
      status: 'open',
      eta: { status: 'achieved', explanation: expect.stringContaining('do it again') },
    })
  })
})

describe('GET /me/goals', () => {
  const ids = ({ body }: Answered) => body.data.map(({ id }: { id: string }) => id)

  test('lists the newest goals first, by status, page by page', async () => {
    const goals: string[] = []
    for (const offset of [0, 1, 2]) {
      api.setNow(`${day(offset)}T12:00:00.000Z`)
      goals.push((await set()).id)
    }
    const [first, second, third] = goals
    expectStatus(await ada.delete(`/me/goals/${second}`), 204)
    expect(ids(await ada.get('/me/goals'))).toEqual([third, second, first])
    expect(ids(await ada.get('/me/goals?status=open'))).toEqual([third, first])
    expect(ids(await ada.get('/me/goals?status=dropped'))).toEqual([second])
    const page = await ada.get('/me/goals?status=open&limit=1')
    expect(ids(page)).toEqual([third])
    const next = await ada.get(`/me/goals?status=open&limit=1&cursor=${page.body.page.nextCursor}`)
    expect([ids(next), next.body.page.nextCursor]).toEqual([[first], null])
    expect(problemOf(await ada.get(`/me/goals?limit=1&cursor=${page.body.page.nextCursor}`))).toEqual([
      '400 INVALID_CURSOR',
      'cursor VALUE',
    ])
  })

  test('lists goals as they were known at an earlier instant', async () => {
    api.setNow(`${day(-20)}T12:00:00.000Z`)
    const kept = await set({ ...twenty, target: 12, deadline: day(30) })
    const dropped = await set({ kind: 'consistency', target: 3 })
    await pushUps(-10, 12)
    api.setNow(`${day(-5)}T12:00:00.000Z`)
    expectStatus(await ada.delete(`/me/goals/${dropped.id}`), 204)
    expectStatus(await ada.patch(`/me/goals/${kept.id}`, { target: 15, deadline: null }), 200)
    api.setNow(noon)
    const known = async (at: string) => {
      const { body } = expectStatus(await ada.get(`/me/goals?at=${at}`), 200)
      expect(api.requests.at(-1)).toMatchObject({ operation: 'goals.list', roundTrips: 1 })
      return body.data
        .map(({ id, target, deadline, status }: Record<string, unknown>) => [
          id === kept.id ? 'kept' : 'dropped',
          ...[target, deadline, status],
        ])
        .toSorted()
    }
    expect(await known(`${day(-21)}T12:00:00Z`)).toEqual([])
    expect(await known(`${day(-15)}T12:00:00Z`)).toEqual([
      ['dropped', 3, null, 'open'],
      ['kept', 12, day(30), 'open'],
    ])
    expect(await known(`${day(-6)}T12:00:00Z`)).toEqual([
      ['dropped', 3, null, 'open'],
      ['kept', 12, day(30), 'reached'],
    ])
    expect(await known(noon)).toEqual([
      ['dropped', 3, null, 'dropped'],
      ['kept', 15, null, 'open'],
    ])
    expect(await goalOf(kept, `?at=${day(-6)}T12:00:00Z`)).toMatchObject({ target: 12, reachedOn: day(-10) })
    expect(problemOf(await ada.get(`/me/goals/${kept.id}?at=${day(-21)}T12:00:00Z`))).toEqual(['404 GOAL_NOT_FOUND'])
    expect(ids(await ada.get(`/me/goals?at=${day(-6)}T12:00:00Z&status=reached&limit=1`))).toEqual([kept.id])
  })

  test.each([
    ['?status=lost', ['400 MALFORMED_REQUEST', 'status VALUE']],
    ['?at=yesterday', ['400 MALFORMED_REQUEST', 'at FORMAT']],
    ['?at=2025-12-31T23:59:59Z', ['422 INVALID_INPUT', 'at OUT_OF_RANGE']],
    ['?at=2026-11-22T12:00:01Z', ['422 INVALID_INPUT', 'at OUT_OF_RANGE']],
  ])('refuses %s', async (query, expected) => expect(problemOf(await ada.get(`/me/goals${query}`))).toEqual(expected))

  test('neither lists nor finds the goals of another athlete', async () => {
    const goal = await set()
    const eve = await api.athlete()
    expect((await eve.get('/me/goals')).body.data).toEqual([])
    for (const answer of [
      await eve.get(`/me/goals/${goal.id}`),
      await eve.patch(`/me/goals/${goal.id}`, { target: 1 }),
      await eve.delete(`/me/goals/${goal.id}`),
    ])
      expect(problemOf(answer)).toEqual(['404 GOAL_NOT_FOUND'])
    expect(await goalOf(goal)).toEqual(goal)
  })
})

describe('PATCH /me/goals/{goalId}', () => {
  test('answers as the next GET does, and changes nothing when nothing is new', async () => {
    const goal = await set({ ...twenty, deadline: day(30) })
    const path = `/me/goals/${goal.id}`
    const { body } = expectStatus(await ada.patch(path, { target: 25, deadline: null, notes: 'Slowly' }), 200)
    expect(body).toMatchObject({ target: 25, deadline: null, notes: 'Slowly', version: 2 })
    expect(await goalOf(goal)).toEqual(body)
    expect(expectStatus(await ada.patch(path, { target: 25 }), 200).body).toEqual(body)
    expect((await eventsOf(api, ada)).map(({ type }) => type)).toEqual(['goal.set', 'goal.changed'])
  })

  test('opens a reached goal again when its target changes, and not when its deadline does', async () => {
    const goal = await set({ ...twenty, target: 12 })
    await pushUps(1, 12)
    const path = `/me/goals/${goal.id}`
    const later = expectStatus(await ada.patch(path, { deadline: day(60) }), 200).body
    expect(later).toMatchObject({ status: 'reached', reachedOn: day(1), version: 3 })
    expect(await goalOf(goal)).toEqual(later)
    const more = expectStatus(await ada.patch(path, { target: 13 }), 200).body
    expect(more).toMatchObject({ status: 'open', reachedOn: null, version: 4 })
    expect(await goalOf(goal)).toEqual(more)
  })

  test('refuses what does not fit the goal', async () => {
    const goal = await set({ kind: 'skill', exercise: 'pull-up' })
    const path = `/me/goals/${goal.id}`
    expect(problemOf(await ada.patch(path, { target: 5 }))).toEqual(['422 INVALID_INPUT', '/target NOT_ALLOWED'])
    expect(problemOf(await ada.patch(path, { deadline: day(-1) }))).toEqual(['422 INVALID_INPUT', '/deadline IN_PAST'])
    expect(problemOf(await ada.patch(path, { kind: 'reps' }))).toEqual(['422 INVALID_INPUT', '/kind UNKNOWN_FIELD'])
  })

  test('accepts only one of several changes to the same version', async () => {
    const goal = await set({ kind: 'skill', exercise: 'pull-up' })
    const path = `/me/goals/${goal.id}`
    const races = await Promise.all(
      [1, 2, 3, 4].map((days) => ada.patch(path, { deadline: day(days) }, { headers: { 'if-match': '"1"' } })),
    )
    expect(races.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
  })

  test('refuses to change a goal that was dropped', async () => {
    const goal = await set({ kind: 'skill', exercise: 'pull-up' })
    const path = `/me/goals/${goal.id}`
    expectStatus(await ada.delete(path), 204)
    expect(problemOf(await ada.patch(path, { notes: 'Again?' }))).toEqual(['409 CONFLICT'])
  })
})

describe('DELETE /me/goals/{goalId}', () => {
  test('drops a goal once, and no later session reaches it', async () => {
    const goal = await set({ ...twenty, target: 12 })
    const path = `/me/goals/${goal.id}`
    expectStatus(await ada.delete(path, { headers: { 'if-match': '"1"' } }), 204)
    expectStatus(await ada.delete(path), 204)
    await pushUps(1, 12)
    expect(await goalOf(goal)).toMatchObject({ status: 'dropped', reachedOn: null, eta: null, version: 2 })
    expect((await eventsOf(api, ada)).filter(({ type }) => type.startsWith('goal.')).map(({ type }) => type)).toEqual([
      ...['goal.set', 'goal.dropped'],
    ])
  })

  test('refuses a version that is out of date', async () => {
    const { id } = await set()
    expect(problemOf(await ada.delete(`/me/goals/${id}`, { headers: { 'if-match': '"7"' } }))).toEqual([
      '412 VERSION_MISMATCH',
    ])
  })

  test('does not find a goal that was never set', async () => {
    expect(problemOf(await ada.delete('/me/goals/0198c0de-7a11-7000-8000-000000000001'))).toEqual([
      '404 GOAL_NOT_FOUND',
    ])
  })
})
