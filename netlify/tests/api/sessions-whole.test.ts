import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { derivedOf, differencesOf } from '#tests/support/derived.js'
import { expectStatus, noon, plan, problemOf, reread, rowsOf, sessionIn, start } from '#tests/support/session-api.js'

const api = await testApi()

beforeAll(() => api.setNow(noon))

const put = (athlete: TestAthlete, path: string, body: object, headers = {}) => athlete.put(path, body, { headers })

/** The tag of a session, as GET answers it. */
const tagOf = async (athlete: TestAthlete, path: string) => ({
  'if-match': (await athlete.get(path)).headers.get('etag') ?? '',
})

/** A workout of yesterday, as a person types it in. */
const typedIn = {
  date: '2026-11-21',
  status: 'completed',
  startedAt: '2026-11-21T17:00:00Z',
  completedAt: '2026-11-21T17:50:00Z',
  exercises: [
    {
      exercise: 'push-up',
      sets: [
        { reps: 10, rpe: 7, weightKg: 10 },
        { reps: 9, rpe: 8 },
        { reps: 8, rpe: 9 },
      ],
    },
    { exercise: 'dead-hang', completed: true, sets: [{ duration: 40, rpe: 8 }] },
  ],
}

/** The same, in the requests that it took before. */
async function typeInOneByOne(athlete: TestAthlete): Promise<string> {
  const { date, startedAt, completedAt, exercises } = typedIn
  const planned = await plan(athlete, { date, exercises: exercises.map(({ exercise }) => ({ exercise })) })
  expectStatus(await athlete.post(`${planned.path}/start`, { startedAt }), 200)
  for (const [n, { sets }] of exercises.entries())
    for (const set of sets)
      expectStatus(await athlete.post(`${planned.exercises[n]}/sets`, { ...set, completedAt }), 201)
  expectStatus(await athlete.post(`${planned.exercises[1]}/done`), 200)
  expectStatus(await athlete.post(`${planned.path}/complete`, { completedAt }), 200)
  return planned.path
}

/** A session without what differs by itself: ids, versions, and instants of changes. */
const essence = (session: Answered['body']): unknown =>
  JSON.parse(
    JSON.stringify(session, (key, value) => (['id', 'version', 'createdAt', 'updatedAt'].includes(key) ? null : value)),
  )

async function eventsOf(athlete: TestAthlete): Promise<string[]> {
  const rows = await api.db.rows('select type from events where user_id = $1 order by sequence', [athlete.id])
  return rows.map(({ type }) => String(type))
}

test('a finished workout is typed in by one request, and gives what eight gave', async () => {
  const [one, eight] = [await api.athlete(), await api.athlete()]
  for (const athlete of [one, eight]) expectStatus(await athlete.patch('/me', { bodyMassKg: 82 }), 200)
  const path = `/sessions/${randomUUID()}`
  const answered = expectStatus(await put(one, path, typedIn), 201)
  expect(api.requests.at(-1)).toMatchObject({ operation: 'sessions.put', roundTrips: 2 })
  expect(answered.headers.get('location')).toBe(`/api/v1${path}`)
  expect(sessionIn(answered.body)).toEqual(await reread(one, path))
  const before = api.requests.length
  const other = await typeInOneByOne(eight)
  expect(api.requests.length - before).toBe(8)
  expect(essence(await reread(one, path))).toEqual(essence(await reread(eight, other)))
  expect(await derivedOf(api, one)).toEqual(await derivedOf(api, eight))
  expect((await eventsOf(one)).sort()).toEqual((await eventsOf(eight)).sort())
  expect(await differencesOf(api, one)).toEqual([])
  expect(answered.body.decisions).toHaveLength(2)
})

test('the same request again changes nothing, with a key, with a new one, or without', async () => {
  const athlete = await api.athlete()
  const path = `/sessions/${randomUUID()}`
  const first = expectStatus(await put(athlete, path, typedIn, { 'idempotency-key': 'cut' }), 201)
  const before = [await rowsOf(api, athlete), await eventsOf(athlete)]
  const again = expectStatus(await put(athlete, path, typedIn, { 'idempotency-key': 'cut' }), 201)
  expect([again.headers.get('idempotent-replayed'), again.body]).toEqual(['true', first.body])
  for (const headers of [{}, { 'idempotency-key': 'rebuilt' }, { 'if-match': '"9"' }]) {
    const repeated = expectStatus(await put(athlete, path, typedIn, headers), 200)
    expect(sessionIn(repeated.body)).toEqual(sessionIn(first.body))
  }
  expect(problemOf(await put(athlete, path, typedIn, { 'if-none-match': '*' }))).toEqual(['412 VERSION_MISMATCH'])
  expect([await rowsOf(api, athlete), await eventsOf(athlete)]).toEqual(before)
})

test('what GET answers can be sent back, in every state', async () => {
  const athlete = await api.athlete()
  const { path } = await plan(athlete)
  const step = async (then: string, body: object = {}) => {
    const headers = await tagOf(athlete, path)
    const got = await reread(athlete, path)
    const before = await rowsOf(api, athlete)
    const answered = expectStatus(await put(athlete, path, got, headers), 200)
    expect({ ...answered.body, decisions: [], unlocked: [] }).toEqual({ ...got, decisions: [], unlocked: [] })
    expectStatus(await put(athlete, path, got), 200)
    expect(await rowsOf(api, athlete)).toEqual(before)
    if (then) expectStatus(await athlete.post(`${path}${then}`, body), 200)
  }
  await step('/skip')
  await step('/reopen')
  await step('/start')
  const { exercises } = await reread(athlete, path)
  const sets = exercises.map(({ id, exercise }: Answered['body'], n: number) => ({
    sessionExerciseId: id,
    ...(exercise.metric === 'reps' ? { reps: 8 } : { duration: 20 }),
    ...(n === 2
      ? { side: 'left', pain: 3, painSite: 'wrist', notes: 'Elbows in' }
      : { weightKg: 2.5, restSeconds: 90 }),
  }))
  await step('/sets', { sets })
  await step('/complete')
  await step('')
})

test('an offline finish is the document that was read, with what was done', async () => {
  const [one, other] = [await api.athlete(), await api.athlete()]
  const { path, session } = await plan(one)
  const headers = await tagOf(one, path)
  const done = {
    ...session,
    status: 'completed',
    startedAt: '2026-11-22T10:00:00Z',
    completedAt: '2026-11-22T11:00:00Z',
    exercises: session.exercises.map((item: Answered['body']) => ({
      ...item,
      sets: [1, 2, 3].map((n) => ({
        ...(item.exercise.metric === 'reps' ? { reps: 8 } : { duration: 20 }),
        rpe: 6 + n,
        completedAt: `2026-11-22T10:${n}0:00Z`,
      })),
    })),
  }
  expect(problemOf(await put(one, path, done))).toEqual(['428 VERSION_NEEDED'])
  const answered = expectStatus(await put(one, path, done, headers), 200)
  expect(api.requests.at(-1)).toMatchObject({ operation: 'sessions.put', roundTrips: 2 })
  expect(answered.body).toMatchObject({ status: 'completed', durationMinutes: 60, version: 2 })
  // the tag of before is of a state that is gone, and what it asks for is there
  expectStatus(await put(one, path, done, headers), 200)

  const before = api.requests.length
  const single = await start(other)
  for (const [n, item] of done.exercises.entries())
    for (const set of item.sets) expectStatus(await other.post(`${single.exercises[n]}/sets`, set), 201)
  const { startedAt, completedAt } = done
  expectStatus(await other.post(`${single.path}/complete`, { startedAt, completedAt }), 200)
  expect(api.requests.length - before).toBe(12)
  expect(essence(await reread(one, path))).toEqual(essence(await reread(other, single.path)))
  expect(await derivedOf(api, one)).toEqual(await derivedOf(api, other))
  expect((await eventsOf(one)).sort()).toEqual((await eventsOf(other)).sort())
})

describe('two devices', () => {
  const twoSets = { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 7 }] }
  const training = { date: '2026-11-22', status: 'in_progress', exercises: [twoSets] }

  test('that replace the same state: exactly one does', async () => {
    const athlete = await api.athlete()
    const path = `/sessions/${randomUUID()}`
    const tag = expectStatus(await put(athlete, path, training), 201).headers.get('etag') ?? ''
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => put(athlete, path, { ...training, notes: `${n}` }, { 'if-match': tag })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412])
    const winner = answers.find(({ status }) => status === 200)
    expect((await reread(athlete, path)).notes).toBe(winner?.body.notes)
  })

  test('that create the same session: one does, and the others find it there', async () => {
    const athlete = await api.athlete()
    const path = `/sessions/${randomUUID()}`
    const answers = await Promise.all(Array.from({ length: 5 }, () => put(athlete, path, training)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    expect(await eventsOf(athlete)).toEqual(['session.planned', 'session.started', 'set.logged', 'set.logged'])
  })

  test('never lose a set of the other unseen', async () => {
    const athlete = await api.athlete()
    const path = `/sessions/${randomUUID()}`
    const created = expectStatus(await put(athlete, path, training), 201)
    const old = { 'if-match': created.headers.get('etag') ?? '' }
    const [item] = created.body.exercises
    expectStatus(await athlete.post(`${path}/exercises/${item.id}/sets`, { reps: 6 }), 201)
    const finish = { ...training, status: 'completed' }
    expect(problemOf(await put(athlete, path, finish, old))).toEqual(['412 VERSION_MISMATCH'])
    expect(problemOf(await put(athlete, path, finish))).toEqual(['428 VERSION_NEEDED'])
    expect((await reread(athlete, path)).exercises[0].sets).toHaveLength(3)
    const seen = await put(athlete, path, finish, await tagOf(athlete, path))
    expect(expectStatus(seen, 200).body.exercises[0].sets).toHaveLength(2)
    expect(await eventsOf(athlete)).toContain('set.deleted')
    expect(await differencesOf(api, athlete)).toEqual([])
  })
})

test('sets trade their numbers, and exercises their places, in one request', async () => {
  const athlete = await api.athlete()
  const path = `/sessions/${randomUUID()}`
  const training = {
    date: '2026-11-22',
    status: 'in_progress',
    exercises: [
      { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 7 }, { reps: 6 }] },
      { exercise: 'dead-hang', sets: [] },
    ],
  }
  const { body } = expectStatus(await put(athlete, path, training), 201)
  const [pushUp, hang] = body.exercises
  const numbers = [2, 3, 1]
  const sets = pushUp.sets.map(({ id, reps }: Answered['body'], n: number) => ({ id, reps, setNumber: numbers[n] }))
  const turned = {
    ...training,
    exercises: [
      { id: hang.id, exercise: 'dead-hang' },
      { id: pushUp.id, exercise: 'push-up', sets },
    ],
  }
  expectStatus(await put(athlete, path, turned, { 'if-match': '*' }), 200)
  const { exercises } = await reread(athlete, path)
  expect(exercises.map(({ id }: { id: string }) => id)).toEqual([hang.id, pushUp.id])
  expect(exercises[1].sets.map(({ reps }: { reps: number }) => reps)).toEqual([6, 8, 7])
})

test('what belongs to somebody else is refused, and told of by nothing but that the id is taken', async () => {
  const [athlete, stranger] = [await api.athlete(), await api.athlete()]
  const theirs = await start(stranger)
  const [exercise] = theirs.session.exercises
  const { body: set } = await stranger.post(`${theirs.exercises[0]}/sets`, { reps: 8 })
  const before = await rowsOf(api, stranger)
  const fresh = `/sessions/${randomUUID()}`
  const withExercise = { ...typedIn, exercises: [{ ...typedIn.exercises[0], id: exercise.id }] }
  const withSet = { ...typedIn, exercises: [{ exercise: 'push-up', sets: [{ id: set.id, reps: 8 }] }] }
  for (const [path, body] of [
    [theirs.path, typedIn],
    [fresh, withExercise],
    [fresh, withSet],
  ] as const)
    expect(problemOf(await put(athlete, path, body))).toEqual(['409 ID_TAKEN'])
  expect(await rowsOf(api, stranger)).toEqual(before)
  expect(await rowsOf(api, athlete)).toMatchObject({ sessions: 0, sets: 0, events: 0 })
})

test('conditions that cannot hold are refused', async () => {
  const athlete = await api.athlete()
  const path = `/sessions/${randomUUID()}`
  for (const condition of ['*', '"1"'])
    expect(problemOf(await put(athlete, path, typedIn, { 'if-match': condition }))).toEqual(['412 VERSION_MISMATCH'])
  for (const headers of [{ 'if-none-match': '"1"' }, { 'if-none-match': '*', 'if-match': '"1"' }])
    expect(problemOf(await put(athlete, path, typedIn, headers))).toEqual([
      '400 MALFORMED_REQUEST',
      'If-None-Match FORMAT',
    ])
  expectStatus(await put(athlete, path, typedIn, { 'if-none-match': '*' }), 201)
})
