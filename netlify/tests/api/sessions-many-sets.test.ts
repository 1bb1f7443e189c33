import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { derivedOf, differencesOf } from '#tests/support/derived.js'
import { expectStatus, noon, plan, problemOf, reread, rowsOf, start, today } from '#tests/support/session-api.js'

const api = await testApi()

beforeAll(() => api.setNow(noon))

type Entry = Record<string, unknown>

/** A session that has begun, and the ids of its exercises. */
async function begun(athlete: TestAthlete) {
  const started = await start(athlete)
  const [pushUp, hang, archer] = started.session.exercises.map(({ id }: { id: string }) => id)
  return { ...started, pushUp, hang, archer }
}

const send = (athlete: TestAthlete, path: string, sets: readonly Entry[], headers = {}) =>
  athlete.post(`${path}/sets`, { sets }, { headers })

/** What became of each set: its status, or the code and the places of its refusal. */
const fates = ({ body }: Answered): string[] =>
  body.results.map(({ status, problem }: Answered['body']) =>
    problem
      ? [status, problem.code, ...problem.errors.map(({ pointer }: { pointer: string }) => pointer)].join(' ')
      : status,
  )

test('18 sets of three exercises are logged in one request and two round trips, as one by one', async () => {
  const [many, single] = [await api.athlete(), await api.athlete()]
  const amounts = [
    { reps: 8, rpe: 7 },
    { duration: 30, rpe: 8 },
    { reps: 6, rpe: 9 },
  ]
  const one = await begun(many)
  const other = await begun(single)
  const entriesOf = ({ pushUp, hang, archer }: typeof one) =>
    [pushUp, hang, archer].flatMap((sessionExerciseId, n) =>
      Array.from({ length: 6 }, () => ({ sessionExerciseId, ...amounts[n] })),
    )
  const answered = expectStatus(await send(many, one.path, entriesOf(one)), 200)
  expect(fates(answered)).toEqual(Array(18).fill('done'))
  expect(api.requests.at(-1)).toMatchObject({ operation: 'sessions.logSets', roundTrips: 2 })
  for (const { sessionExerciseId, ...set } of entriesOf(other))
    expectStatus(await single.post(`${other.path}/exercises/${sessionExerciseId}/sets`, set), 201)
  const stored = await reread(many, one.path)
  expect(stored.exercises.flatMap(({ sets }: { sets: unknown[] }) => sets)).toEqual(
    answered.body.results.map(({ set }: { set: unknown }) => set),
  )
  expect([answered.body.version, stored.version]).toEqual([3, 3])
  for (const [athlete, { path }] of [
    [many, one],
    [single, other],
  ] as const)
    expectStatus(await athlete.post(`${path}/complete`, {}), 200)
  expect(await derivedOf(api, many)).toEqual(await derivedOf(api, single))
})

test('the tag of the answer is that of the session', async () => {
  const athlete = await api.athlete()
  const { path, pushUp } = await begun(athlete)
  const { headers } = expectStatus(await send(athlete, path, [{ sessionExerciseId: pushUp, reps: 8 }]), 200)
  const ifMatch = { 'if-match': headers.get('etag') ?? '' }
  expectStatus(await send(athlete, path, [{ sessionExerciseId: pushUp, reps: 7 }], ifMatch), 200)
  expect(problemOf(await send(athlete, path, [{ sessionExerciseId: pushUp, reps: 6 }], ifMatch))).toEqual([
    '412 VERSION_MISMATCH',
  ])
})

test('what is wrong with one set is said of it, and the others are logged', async () => {
  const [athlete, stranger] = [await api.athlete(), await api.athlete()]
  const { path, pushUp, hang, archer } = await begun(athlete)
  const elsewhere = await begun(athlete)
  const [id, usedElsewhere] = [randomUUID(), randomUUID()]
  expectStatus(
    await send(athlete, elsewhere.path, [{ id: usedElsewhere, sessionExerciseId: elsewhere.pushUp, reps: 5 }]),
    200,
  )
  const foreign = (await begun(stranger)).pushUp
  const answered = await send(athlete, path, [
    { id, sessionExerciseId: pushUp, reps: 8 },
    { sessionExerciseId: foreign, reps: 8 },
    { sessionExerciseId: pushUp, duration: 30 },
    { sessionExerciseId: hang, duration: 20, side: 'left' },
    { id, sessionExerciseId: pushUp, reps: 8 },
    { id, sessionExerciseId: pushUp, reps: 9 },
    { id: usedElsewhere, sessionExerciseId: pushUp, reps: 9 },
    { sessionExerciseId: pushUp, reps: 9, setNumber: 1 },
    { sessionExerciseId: archer, reps: 5, setNumber: 1 },
    { sessionExerciseId: archer, reps: 5, setNumber: 1, side: 'left' },
    { sessionExerciseId: pushUp, reps: 9, completedAt: '2026-11-23T12:00:00Z' },
    { sessionExerciseId: pushUp, reps: 7, painSite: 'wrist' },
    { sessionExerciseId: pushUp, reps: 7 },
  ])
  expectStatus(answered, 200)
  expect(fates(answered)).toEqual([
    'done',
    'refused SESSION_EXERCISE_NOT_FOUND /sets/1/sessionExerciseId',
    'refused METRIC_MISMATCH /sets/2/duration',
    'refused INVALID_INPUT /sets/3/side',
    'replayed',
    'refused ID_TAKEN /sets/5/reps',
    'refused ID_TAKEN /sets/6',
    'refused CONFLICT /sets/7',
    'done',
    'refused SIDES_MIXED /sets/9',
    'refused INVALID_INPUT /sets/10/completedAt',
    'refused INVALID_INPUT /sets/11/painSite',
    'done',
  ])
  const { exercises } = await reread(athlete, path)
  const reps = exercises.map(({ sets }: Answered['body']) => sets.map((set: { reps: number }) => set.reps))
  expect(reps).toEqual([[8, 7], [], [5]])
})

test('a request that cannot be read as a whole is refused as a whole, with every place', async () => {
  const athlete = await api.athlete()
  const { path, pushUp: sessionExerciseId } = await begun(athlete)
  const before = await rowsOf(api, athlete)
  const good = { sessionExerciseId, reps: 8 }
  expect(problemOf(await send(athlete, path, [good, { ...good, reps: -1 }, { ...good, rpe: 11 }]))).toEqual([
    '422 INVALID_INPUT',
    '/sets/1/reps TOO_SMALL',
    '/sets/2/rpe TOO_BIG',
  ])
  expect(problemOf(await send(athlete, path, [{ sessionExerciseId }]))).toEqual([
    '422 INVALID_INPUT',
    '/sets/0 EXACTLY_ONE',
  ])
  expect(problemOf(await send(athlete, path, Array(101).fill(good)))).toEqual(['422 INVALID_INPUT', '/sets TOO_BIG'])
  expect(problemOf(await send(athlete, path, []))).toEqual(['422 INVALID_INPUT', '/sets TOO_SMALL'])
  expect(problemOf(await send(athlete, `/sessions/${randomUUID()}`, [good]))).toEqual(['404 SESSION_NOT_FOUND'])
  expect(await rowsOf(api, athlete)).toEqual(before)
})

test('pain without the consent refuses the request, and says where it stands', async () => {
  const athlete = await api.athlete({ consents: false })
  const { path, pushUp: sessionExerciseId } = await begun(athlete)
  const sets = [
    { sessionExerciseId, reps: 8 },
    { sessionExerciseId, reps: 8, pain: 3 },
  ]
  expect(problemOf(await send(athlete, path, sets))).toEqual(['403 CONSENT_NEEDED', '/sets/1/pain CONSENT_NEEDED'])
})

test('what was refused is decided anew under the same key, and what was logged stays one set', async () => {
  const athlete = await api.athlete()
  const { path, session } = await plan(athlete)
  const [{ id: sessionExerciseId }] = session.exercises
  const sets = [
    { sessionExerciseId, reps: 8 },
    { sessionExerciseId, reps: 8 },
    { sessionExerciseId, duration: 8 },
  ]
  const key = { 'idempotency-key': 'workout' }
  expect(fates(await send(athlete, path, sets, key))).toEqual([
    'refused SESSION_NOT_OPEN /sets/0',
    'refused SESSION_NOT_OPEN /sets/1',
    'refused SESSION_NOT_OPEN /sets/2',
  ])
  expectStatus(await athlete.post(`${path}/start`), 200)
  const wrong = 'refused METRIC_MISMATCH /sets/2/duration'
  const first = await send(athlete, path, sets, key)
  expect(fates(first)).toEqual(['done', 'done', wrong])
  const again = await send(athlete, path, sets, key)
  expect(fates(again)).toEqual(['replayed', 'replayed', wrong])
  expect(again.headers.get('idempotent-replayed')).toBeNull()
  expect(again.body.results.map(({ set }: Answered['body']) => set)).toEqual(
    first.body.results.map(({ set }: Answered['body']) => set),
  )
  // corrected under the same key, as every refused request may be
  const mended = [...sets.slice(0, 2), { sessionExerciseId, reps: 7 }]
  expect(fates(await send(athlete, path, mended, key))).toEqual(['replayed', 'replayed', 'done'])
  const kept = await send(athlete, path, mended, key)
  expect([fates(kept), kept.headers.get('idempotent-replayed')]).toEqual([['replayed', 'replayed', 'done'], 'true'])
  expect((await reread(athlete, path)).exercises[0].sets).toHaveLength(3)
})

test('two halves that arrive in the wrong order, twice and after the completion give what the right order gives', async () => {
  const athletes = [await api.athlete(), await api.athlete()] as const
  const derived: unknown[] = []
  for (const [n, athlete] of athletes.entries()) {
    const { path, pushUp: sessionExerciseId } = await begun(athlete)
    const half = (from: number) =>
      [0, 1, 2].map((at) => ({ id: randomUUID(), sessionExerciseId, setNumber: from + at, reps: 10 - from, rpe: 8 }))
    const [first, second] = [half(1), half(4)]
    if (n === 0) {
      for (const sets of [first, second]) expectStatus(await send(athlete, path, sets), 200)
      expectStatus(await athlete.post(`${path}/complete`, {}), 200)
    } else {
      expectStatus(await send(athlete, path, second), 200)
      expectStatus(await athlete.post(`${path}/complete`, {}), 200)
      expect(fates(await send(athlete, path, first))).toEqual(['done', 'done', 'done'])
      expect(api.requests.at(-1)).toMatchObject({ operation: 'sessions.logSets', roundTrips: 2 })
      for (const sets of [second, first])
        expect(fates(await send(athlete, path, sets))).toEqual(Array(3).fill('replayed'))
    }
    expect((await reread(athlete, path)).exercises[0].sets.map(({ reps }: { reps: number }) => reps)).toEqual([
      9, 9, 9, 6, 6, 6,
    ])
    expect(await differencesOf(api, athlete)).toEqual([])
    derived.push(await derivedOf(api, athlete))
  }
  expect(derived[1]).toEqual(derived[0])
})

test('many requests at once for one session log every set once', async () => {
  const athlete = await api.athlete()
  const { path, pushUp: sessionExerciseId } = await begun(athlete)
  const batches = Array.from({ length: 4 }, (_, n) =>
    Array.from({ length: 5 }, () => ({ id: randomUUID(), sessionExerciseId, reps: n + 1 })),
  )
  const answers = await Promise.all([...batches, ...batches].map((sets) => send(athlete, path, sets)))
  expect(answers.flatMap(fates).sort()).toEqual([...Array(20).fill('done'), ...Array(20).fill('replayed')])
  expect((await reread(athlete, path)).exercises[0].sets).toHaveLength(20)
  expect((await athlete.get(`/sessions?from=${today}&to=${today}`)).body.data[0].setCount).toBe(20)
})
