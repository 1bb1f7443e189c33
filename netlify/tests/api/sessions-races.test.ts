import { beforeAll, expect, test } from 'vitest'
import { listSummaryDrift } from '#queries/daily-workout-summary.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import {
  expectStatus,
  log,
  plan,
  problemOf,
  reread,
  sessionIn,
  start,
  summaryOf,
  today,
} from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow('2026-11-22T12:00:00.000Z')
})

const times = <Result>(n: number, make: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: n }, (_, index) => make(index)))

const statusesOf = (answers: readonly Answered[]) => answers.map(({ status }) => status).sort()

/** Counts the events of a type about a thing. */
async function toldOf(subject: string, type: string): Promise<number> {
  return (await api.db.rows('select 1 from events where subject = $1 and type = $2', [subject, type])).length
}

const problemOrStatus = (answered: Answered) =>
  answered.status < 400 ? `${answered.status}` : problemOf(answered).join()

/**
 * Logs a set under its own id, and tries again after `Retry-After` while too many requests wait.
 */
async function insist(exercise: string | undefined, n: number): Promise<Answered> {
  const id = `0198c0de-7a11-7000-8000-${String(n).padStart(12, '0')}`
  for (;;) {
    const answered = await athlete.post(`${exercise}/sets`, { id, reps: n + 1 })
    if (answered.status !== 503) return answered
    const seconds = Number(answered.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  }
}

test('20 sets logged at once to one exercise are all stored, each with its own number', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  const answers = await times(20, (n) => insist(exercises[0], n))
  expect(statusesOf(answers)).toEqual(Array(20).fill(201))
  const session = await reread(athlete, path)
  const { sets, actual, version } = session.exercises[0]
  expect(sets.map(({ setNumber }: { setNumber: number }) => setNumber)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
  expect(new Set(sets.map(({ reps }: { reps: number }) => reps)).size).toBe(20)
  expect(sets).toEqual(expect.arrayContaining(answers.map(({ body }) => body)))
  expect(actual.sets).toEqual(sets.map(({ reps }: { reps: number }) => ({ reps })))
  expect([session.version, version]).toEqual([22, 21])
  expect(await summaryOf(api, athlete, today)).toMatchObject({ completed_sets: 3, extra_sets: 17, total_reps: 210 })
})

test('two sets logged at once to two sessions of one day both count in the summary of the day', async () => {
  athlete = await api.athlete()
  const days = Array.from({ length: 20 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`)
  for (const [n, date] of days.entries()) {
    const body = { date, exercises: [{ exercise: 'push-up' }] }
    const sessions = [await start(athlete, body), await start(athlete, body)]
    const answers = await times(2, (side) => insist(sessions[side]?.exercises[0], 100 + 2 * n + side))
    expect(statusesOf(answers)).toEqual([201, 201])
    expect(await summaryOf(api, athlete, date)).toMatchObject({ completed_sets: 2, total_reps: 203 + 4 * n })
  }
  expect(await api.db.operator().query(listSummaryDrift({ userId: null, limit: 100 }))).toEqual([])
})

test('two completions at once complete the session once, and answer the same', async () => {
  athlete = await api.athlete()
  const { path } = await start(athlete)
  const answers = await times(2, () => athlete.post(`${path}/complete`, { durationMinutes: 30, withoutSets: true }))
  expect(statusesOf(answers)).toEqual([200, 200])
  expect(answers[0]?.body).toEqual(answers[1]?.body)
  expect(await reread(athlete, path)).toEqual(sessionIn(answers[0]?.body))
  const events = await api.db.rows(`select 1 from events where subject = $1 and type = 'session.completed'`, [
    path.slice(10),
  ])
  expect(events).toHaveLength(1)
})

test('a skip and a first set at once: one succeeds, and the other is refused', async () => {
  athlete = await api.athlete()
  for (const _ of [1, 2, 3, 4, 5]) {
    const { path, exercises } = await start(athlete)
    const [skipped, logged] = await Promise.all([
      athlete.post(`${path}/skip`),
      athlete.post(`${exercises[0]}/sets`, { reps: 8 }),
    ])
    const outcome = `${skipped.status} ${logged.status}`
    expect(['200 409', '409 201']).toContain(outcome)
    const { status, exercises: stored } = await reread(athlete, path)
    expect([status, stored[0].sets.length]).toEqual(outcome === '200 409' ? ['skipped', 0] : ['in_progress', 1])
  }
})

test('10 changes at once to the same version: exactly one succeeds', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  const set = await log(athlete, exercises[0], { reps: 8 })
  const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  const once = [200, ...Array(9).fill(412)]
  expect(statusesOf(await times(10, (n) => athlete.patch(path, { notes: `${n}` }, ifMatch(3))))).toEqual(once)
  expect(statusesOf(await times(10, (n) => athlete.patch(set, { reps: n + 20 }, ifMatch(1))))).toEqual(once)
  expect(
    statusesOf(await times(10, (n) => athlete.patch(`${exercises[1]}`, { planned: { notes: `${n}` } }, ifMatch(1)))),
  ).toEqual(once)
})

test('5 deletions at once: one deletes, and the others find nothing', async () => {
  athlete = await api.athlete()
  const { path } = await plan(athlete)
  expect(statusesOf(await times(5, () => athlete.delete(path)))).toEqual([204, 404, 404, 404, 404])
})

test('5 sessions planned at once with one id: one is planned, and the others find it there', async () => {
  athlete = await api.athlete()
  const id = '0198c0de-7a11-7000-8000-0000000000c1'
  const answers = await times(5, () =>
    athlete.post('/sessions', { id, date: today, exercises: [{ exercise: 'push-up' }] }),
  )
  expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 201])
  const session = await reread(athlete, `/sessions/${id}`)
  for (const { body } of answers) expect(body).toEqual(session)
  expect(await toldOf(id, 'session.planned')).toBe(1)
})

test('exercises that are added, moved and removed at once keep places without gaps', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await plan(athlete)
  const answers = await Promise.all([
    athlete.post(`${path}/exercises`, { exercise: 'l-sit' }),
    athlete.patch(`${exercises[2]}`, { order: 1 }),
    athlete.delete(`${exercises[0]}`),
    athlete.post(`${path}/exercises`, { exercise: 'l-sit' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 204, 201])
  const session = await reread(athlete, path)
  expect(session.exercises.map(({ order }: { order: number }) => order)).toEqual([1, 2, 3, 4])
  expect(session.version).toBe(5)
  expectStatus(await athlete.delete(path), 204)
})

test('20 identical requests at once under one idempotency key log one set', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  const headers = { 'idempotency-key': 'one-set' }
  const answers = await times(20, () => athlete.post(`${exercises[0]}/sets`, { reps: 8 }, { headers }))
  const logged = answers.filter(({ status }) => status === 201)
  const others = answers.filter(({ status }) => status !== 201)
  expect(new Set(logged.map(({ body }) => body.id)).size).toBe(1)
  expect(logged.filter((answered) => answered.headers.get('idempotent-replayed') === null)).toHaveLength(1)
  expect(others.filter(({ body }) => body.code !== 'IDEMPOTENCY_KEY_IN_USE')).toEqual([])
  expect((await reread(athlete, path)).exercises[0].sets).toEqual([logged[0]?.body])
})

test('two requests at once with different idempotency keys and one id: one plans the session, the other finds it there', async () => {
  athlete = await api.athlete()
  const id = '0198c0de-7a11-7000-8000-0000000000c2'
  const body = { id, date: today, exercises: [{ exercise: 'push-up' }] }
  const tap = (n: number) => athlete.post('/sessions', body, { headers: { 'idempotency-key': `tap-${n}` } })
  const answers = await times(2, tap)
  expect(statusesOf(answers)).toEqual([200, 201])
  // each key gets the answer that it got the first time
  expect(statusesOf(await times(2, tap))).toEqual([200, 201])
  expect(await api.db.rows('select 1 from workout_sessions where id = $1', [id])).toHaveLength(1)
})

test('two requests at once with different idempotency keys and one id: one logs the set', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  const id = '0198c0de-7a11-7000-8000-0000000000c3'
  const answers = await times(2, (n) =>
    athlete.post(`${exercises[0]}/sets`, { id, reps: 8 }, { headers: { 'idempotency-key': `set-${n}` } }),
  )
  expect(statusesOf(answers)).toEqual([200, 201])
  for (const { body } of answers) expect((await reread(athlete, path)).exercises[0].sets).toEqual([body])
})

test('one set sent at once by several devices without a key is logged once, and answered to each', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  for (const n of [1, 2, 3, 4, 5]) {
    const id = `0198c0de-7a11-7000-8000-00000000020${n}`
    const answers = await times(4, () => athlete.post(`${exercises[0]}/sets`, { id, setNumber: n, reps: 8 }))
    expect(statusesOf(answers)).toEqual([200, 200, 200, 201])
    const { sets } = (await reread(athlete, path)).exercises[0]
    for (const { body } of answers) expect(sets.at(-1)).toEqual(body)
    expect(sets).toHaveLength(n)
    expect(await toldOf(id, 'set.logged')).toBe(1)
  }
})

test('two sets of other content sent at once under one id: one is logged, the other is told what differs', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  const id = '0198c0de-7a11-7000-8000-0000000000c4'
  const answers = await times(2, (n) => athlete.post(`${exercises[0]}/sets`, { id, reps: 8 + n }))
  expect(answers.map(problemOrStatus).sort()).toEqual(['201', '409 ID_TAKEN,/reps DIFFERS'])
  expect((await reread(athlete, path)).exercises[0].sets).toHaveLength(1)
})

test('a completion and a set at once: the set is either in the completed session or refused', async () => {
  athlete = await api.athlete()
  for (const _ of [1, 2, 3, 4, 5]) {
    const { path, exercises } = await start(athlete)
    const [completed, logged] = await Promise.all([
      athlete.post(`${path}/complete`, { withoutSets: true }),
      athlete.post(`${exercises[0]}/sets`, { reps: 8 }),
    ])
    expect(['200 201', '200 409']).toContain(`${completed.status} ${logged.status}`)
    const { status, exercises: stored } = await reread(athlete, path)
    expect([status, stored[0].sets.length]).toEqual(['completed', logged.status === 201 ? 1 : 0])
  }
})

test('a deletion and a set at once leave nothing, whichever comes first', async () => {
  athlete = await api.athlete()
  for (const _ of [1, 2, 3, 4, 5]) {
    const { path, exercises, id } = await start(athlete)
    const [deleted, logged] = await Promise.all([
      athlete.delete(path),
      athlete.post(`${exercises[0]}/sets`, { reps: 8 }),
    ])
    expect(['204 201', '204 404']).toContain(`${deleted.status} ${logged.status}`)
    expectStatus(await athlete.get(path), 404)
    const told = await api.db.rows(`select 1 from events where type = 'set.logged' and payload ->> 'sessionId' = $1`, [
      id,
    ])
    expect(told).toHaveLength(logged.status === 201 ? 1 : 0)
  }
  expect(await api.db.operator().query(listSummaryDrift({ userId: null, limit: 100 }))).toEqual([])
})

test('a start, 16 sets and a completion at once, and again what was refused, lose nothing', async () => {
  athlete = await api.athlete()
  const { path, exercises } = await plan(athlete)
  const send = (n: number) => {
    const headers = { 'idempotency-key': `part-${n}` }
    if (n === 0) return athlete.post(`${path}/start`, { startedAt: '2026-11-22T11:10:00.000Z' }, { headers })
    if (n === 17) return athlete.post(`${path}/complete`, { completedAt: '2026-11-22T11:55:00.000Z' }, { headers })
    return athlete.post(`${exercises[0]}/sets`, { setNumber: n, reps: n }, { headers })
  }
  let left = Array.from({ length: 18 }, (_, n) => n)
  for (let pass = 1; left.length > 0; pass += 1) {
    expect(pass, `parts ${left} are refused for ever`).toBeLessThan(20)
    const answers = await Promise.all(left.map(send))
    expect(answers.map(problemOrStatus).filter((one) => /^(4(?!09)|500)/.test(one))).toEqual([])
    left = left.filter((_, place) => (answers[place]?.status ?? 500) >= 400)
  }
  const session = await reread(athlete, path)
  expect(session).toMatchObject({
    status: 'completed',
    startedAt: '2026-11-22T11:10:00.000Z',
    completedAt: '2026-11-22T11:55:00.000Z',
    durationMinutes: 45,
  })
  expect(session.exercises[0].sets.map(({ reps }: { reps: number }) => reps)).toEqual(
    Array.from({ length: 16 }, (_, n) => n + 1),
  )
  expect(await differencesOf(api, athlete)).toEqual([])
})
