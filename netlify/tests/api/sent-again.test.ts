import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, problemOf, reread, rowsOf, start, today } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeEach(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

/** Round trips of the last request. */
const trips = () => api.requests.at(-1)?.roundTrips

/** Sends what is there already, and fails when it is not answered as it is, or changes a row. */
async function expectThere(send: () => ReturnType<TestAthlete['post']>) {
  const before = await rowsOf(api, athlete)
  const { body } = expectStatus(await send(), 200)
  expect(await rowsOf(api, athlete)).toEqual(before)
  return body
}

describe('a set that is sent again', () => {
  const set = () => ({ id: randomUUID(), reps: 8, rpe: 8.5, weightKg: 2.5, notes: 'Slow', completedAt: noon })

  test('costs the first time what it costs without an id, and the second time one read', async () => {
    const { exercises } = await start(athlete)
    const given = set()
    const send = () => athlete.post(`${exercises[0]}/sets`, given)
    expectStatus(await send(), 201)
    expect(trips()).toBe(2)
    await expectThere(send)
    expect(trips()).toBe(2)
  })

  test('is there in whatever form it writes its instant', async () => {
    const { exercises } = await start(athlete)
    const given = set()
    await log(athlete, exercises[0], given)
    for (const completedAt of ['2026-11-22T12:00:00Z', '2026-11-22T14:00:00+02:00', undefined]) {
      await expectThere(() => athlete.post(`${exercises[0]}/sets`, { ...given, completedAt }))
    }
    const other = await athlete.post(`${exercises[0]}/sets`, { ...given, completedAt: '2026-11-22T11:59:59Z' })
    expect(problemOf(other)).toEqual(['409 ID_TAKEN', '/completedAt DIFFERS'])
  })

  test('is there in whatever case it writes its ids', async () => {
    const { exercises } = await start(athlete)
    const given = set()
    await log(athlete, exercises[0], { ...given, id: given.id.toUpperCase() })
    const { id } = await expectThere(() => athlete.post(`${exercises[0]}/sets`, given))
    expect(id).toBe(given.id)
    await expectThere(() => athlete.post(`${exercises[0]}/sets`, { ...given, id: given.id.toUpperCase() }))
  })

  test('is there when its number is taken by itself, and once the session is completed', async () => {
    const { path, exercises } = await start(athlete)
    const given = { ...set(), setNumber: 1 }
    await log(athlete, exercises[0], given)
    await expectThere(() => athlete.post(`${exercises[0]}/sets`, given))
    expectStatus(await athlete.post(`${path}/complete`, {}), 200)
    await expectThere(() => athlete.post(`${exercises[0]}/sets`, given))
  })

  test('is there although it names the version that it raised itself', async () => {
    const { exercises } = await start(athlete)
    const given = set()
    const send = () => athlete.post(`${exercises[0]}/sets`, given, { headers: { 'if-match': '"1"' } })
    expectStatus(await send(), 201)
    await expectThere(send)
    const unnamed = await athlete.post(`${exercises[0]}/sets`, { reps: 8 }, { headers: { 'if-match': '"1"' } })
    expect(problemOf(unnamed)).toEqual(['412 VERSION_MISMATCH'])
  })

  test('is refused with every field that was corrected since', async () => {
    const { exercises } = await start(athlete)
    const given = set()
    expectStatus(await athlete.patch(await log(athlete, exercises[0], given), { reps: 7, notes: null }), 200)
    const again = await athlete.post(`${exercises[0]}/sets`, given)
    expect(problemOf(again)).toEqual(['409 ID_TAKEN', '/reps DIFFERS', '/notes DIFFERS'])
    expect(again.body.detail).toBe('This id is that of something of yours with other content: reps, notes.')
  })

  test('is refused at another exercise and in another session, which it names', async () => {
    const [one, two] = [await start(athlete), await start(athlete)]
    const given = set()
    await log(athlete, one.exercises[0], given)
    expect(problemOf(await athlete.post(`${one.exercises[2]}/sets`, given))).toEqual([
      '409 ID_TAKEN',
      'sessionExerciseId DIFFERS',
    ])
    expect(problemOf(await athlete.post(`${two.exercises[0]}/sets`, given))).toEqual([
      '409 ID_TAKEN',
      'sessionId DIFFERS',
      'sessionExerciseId DIFFERS',
    ])
  })

  test('is logged anew once it was deleted: the id is free', async () => {
    const { exercises } = await start(athlete)
    const given = set()
    expectStatus(await athlete.delete(await log(athlete, exercises[0], given)), 204)
    expectStatus(await athlete.post(`${exercises[0]}/sets`, given), 201)
  })
})

describe('a session that is planned again', () => {
  const body = () => ({
    id: randomUUID(),
    date: today,
    time: null,
    durationMinutes: 45,
    notes: 'Pull day',
    exercises: [{ exercise: 'push-up', sets: [{ reps: 8 }, { reps: 8 }] }, { exercise: 'dead-hang' }],
  })

  test('is there as it stands, however far it was trained', async () => {
    const given = body()
    const { path, exercises } = await start(athlete, given)
    await log(athlete, exercises[0], { reps: 8 })
    expectStatus(await athlete.post(`${path}/exercises`, { exercise: 'l-sit' }), 201)
    expect((await expectThere(() => athlete.post('/sessions', given))).status).toBe('in_progress')
    expectStatus(await athlete.post(`${path}/complete`, { durationMinutes: 50, notes: 'Good' }), 200)
    const there = await expectThere(() => athlete.post('/sessions', given))
    expect(there).toEqual(await reread(athlete, path))
    expect(there).toMatchObject({ status: 'completed', durationMinutes: 50, notes: 'Good' })
  })

  test('is compared by the ids of its exercises where it gives them, else by their order', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const named = {
      ...body(),
      exercises: [
        { id: first, exercise: 'push-up' },
        { id: second, exercise: 'dead-hang' },
      ],
    }
    const unnamed = body()
    for (const given of [named, unnamed]) {
      const { exercises } = await plan(athlete, given)
      expectStatus(await athlete.patch(`${exercises[1]}`, { order: 1 }), 200)
    }
    await expectThere(() => athlete.post('/sessions', named))
    expect(problemOf(await athlete.post('/sessions', unnamed))).toEqual([
      '409 ID_TAKEN',
      '/exercises/0/exercise DIFFERS',
      '/exercises/0/sets DIFFERS',
      '/exercises/1/exercise DIFFERS',
    ])
  })

  test('is there whether it names an exercise by its slug or by its id', async () => {
    const given = body()
    const { session } = await plan(athlete, given)
    const exercises = session.exercises.map((item: { exercise: { id: string } }) => ({ exercise: item.exercise.id }))
    await expectThere(() => athlete.post('/sessions', { ...given, exercises }))
  })

  test('is refused with everything that differs, and a sentence that names the first of it', async () => {
    const given = { ...body(), exercises: Array.from({ length: 50 }, () => ({ exercise: 'push-up', restSeconds: 60 })) }
    await plan(athlete, given)
    const exercises = given.exercises.map((item) => ({ ...item, restSeconds: 90, notes: 'Slow' }))
    const again = await athlete.post('/sessions', { ...given, exercises })
    expect(problemOf(again)).toHaveLength(1 + 2 * 50)
    expect(again.body.detail).toMatch(/: exercises\/0\/restSeconds, exercises\/0\/notes, .* and 92 more\.$/)
  })

  test('is refused with what was changed since, and with what it lacks', async () => {
    const given = body()
    const { path, exercises } = await plan(athlete, given)
    expectStatus(await athlete.post(`${path}/reschedule`, { date: '2026-11-23' }), 200)
    expectStatus(await athlete.delete(`${exercises[1]}`), 204)
    expect(problemOf(await athlete.post('/sessions', given))).toEqual([
      '409 ID_TAKEN',
      '/date DIFFERS',
      '/exercises/1 DIFFERS',
    ])
  })
})

test('an exercise that is added again is there, also in a session that was skipped since; elsewhere it is refused', async () => {
  const [{ path }, other] = [await plan(athlete), await plan(athlete)]
  const given = { id: randomUUID(), exercise: 'l-sit', sets: [{ duration: 20 }] }
  expectStatus(await athlete.post(`${path}/exercises`, given), 201)
  await expectThere(() => athlete.post(`${path}/exercises`, given))
  expectStatus(await athlete.post(`${path}/skip`), 200)
  await expectThere(() => athlete.post(`${path}/exercises`, given))
  expect(problemOf(await athlete.post(`${other.path}/exercises`, given))).toEqual(['409 ID_TAKEN', 'sessionId DIFFERS'])
})

test('a routine that is written again is there; with another list of exercises it is refused', async () => {
  const pull = { exercise: 'pull-up', sets: [{ reps: 6 }], notes: null }
  const given = { id: randomUUID(), name: 'Pull', exercises: [pull, { exercise: 'dead-hang' }] }
  expectStatus(await athlete.post('/me/routines', given), 201)
  await expectThere(() => athlete.post('/me/routines', given))
  for (const [exercises, pointer] of [
    [[pull], '/exercises'],
    [[pull, { exercise: 'l-sit' }], '/exercises/1/exercise'],
    [[{ ...pull, sets: [{ reps: 5 }] }, { exercise: 'dead-hang' }], '/exercises/0/sets'],
  ]) {
    const other = await athlete.post('/me/routines', { ...given, exercises })
    expect(problemOf(other)).toEqual(['409 ID_TAKEN', `${pointer} DIFFERS`])
  }
})

test('a goal that is set again is there, by any name of its exercise, also once it was dropped', async () => {
  const given = { id: randomUUID(), kind: 'reps', exercise: 'push-up', target: 20 }
  const { body } = expectStatus(await athlete.post('/me/goals', given), 201)
  await expectThere(() => athlete.post('/me/goals', { ...given, exercise: body.exercise.id }))
  expectStatus(await athlete.delete(`/me/goals/${given.id}`), 204)
  expect((await expectThere(() => athlete.post('/me/goals', given))).status).toBe('dropped')
  const other = await athlete.post('/me/goals', { ...given, exercise: 'pull-up' })
  expect(problemOf(other)).toEqual(['409 ID_TAKEN', '/exercise DIFFERS'])
})

test('an API key that is created again is there without the key, also when there is no room for another', async () => {
  const given = { id: randomUUID(), name: 'Watch', scopes: ['sessions:read'], expiresAt: '2026-11-23T12:00:00Z' }
  const { body } = expectStatus(await athlete.post('/me/keys', given), 201)
  for (let n = 1; n < 20; n += 1) expectStatus(await athlete.post('/me/keys', { ...given, id: undefined }), 201)
  expect(problemOf(await athlete.post('/me/keys', { ...given, id: undefined }))).toEqual(['409 KEY_LIMIT'])
  expect(await expectThere(() => athlete.post('/me/keys', given))).toEqual({ ...body, key: null })
  const other = await athlete.post('/me/keys', { ...given, expiresAt: '2026-11-24T12:00:00Z' })
  expect(problemOf(other)).toEqual(['409 ID_TAKEN', '/expiresAt DIFFERS'])
})

test('a check-in that is recorded again is not shown without the consent', async () => {
  const given = { id: randomUUID(), sleep: 4 }
  expectStatus(await athlete.post('/me/check-ins', given), 201)
  await expectThere(() => athlete.post('/me/check-ins', given))
  expectStatus(await athlete.put('/me/consents/health-data', { given: false }), 200)
  const again = await athlete.post('/me/check-ins', given)
  expect([again.status, again.body.code]).toEqual([403, 'CONSENT_NEEDED'])
})

describe('a level test that is taken again', () => {
  const assess = () => athlete.post('/me/levels/assessment', { levels: { Push: 1, Pull: 1, Squat: 2 } })

  test.each([
    ['passed', 1],
    ['failed', 0],
  ])('is answered as it was judged when it was %s', async (_, share) => {
    await assess()
    const { body: offer } = await athlete.get('/me/levels/Push/test?placement=true')
    const actual = offer.testExercise.sets.map(({ reps }: { reps: number }) => ({ reps: reps * share }))
    const given = { id: randomUUID(), actual, rpeLast: 8, pain: 1, placement: true }
    const first = expectStatus(await athlete.post('/me/levels/Push/test', given), 200)
    expect(first.body.result).toBe(share === 1 ? 'pass' : 'fail')
    expect(await expectThere(() => athlete.post('/me/levels/Push/test', given))).toEqual(first.body)
    expect(problemOf(await athlete.post('/me/levels/Pull/test', { ...given, pain: 0 }))).toEqual([
      '409 ID_TAKEN',
      'category DIFFERS',
      '/pain DIFFERS',
    ])
  })
})

describe('days of a plan that are accepted again', () => {
  /** Chooses the first days to train of two weeks, each under an id. */
  async function chosenDays(count: number) {
    const { body } = expectStatus(await athlete.get('/me/plan?weeks=2'), 200)
    const days = body.weeks.flatMap(({ days }: { days: { kind: string; date: string }[] }) => days)
    const training: { date: string }[] = days.filter(({ kind }: { kind: string }) => kind === 'train')
    return training.slice(0, count).map(({ date }) => ({ date, id: randomUUID() }))
  }

  test('are there, in the order in which they are named', async () => {
    const days = (await chosenDays(2)).reverse()
    const first = expectStatus(await athlete.post('/me/plan/accept', { days }), 201)
    expect(await expectThere(() => athlete.post('/me/plan/accept', { days }))).toEqual(first.body)
  })

  test('are refused where one of them is not there', async () => {
    const [one, two] = await chosenDays(2)
    expectStatus(await athlete.post('/me/plan/accept', { days: [one] }), 201)
    for (const other of [two, { date: two?.date }]) {
      const again = await athlete.post('/me/plan/accept', { days: [one, other] })
      expect(problemOf(again)).toEqual(['409 ID_TAKEN', '/days/1 DIFFERS'])
    }
  })
})
