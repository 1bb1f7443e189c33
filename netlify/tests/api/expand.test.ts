import { beforeAll, describe, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { countingDatabase } from '#tests/support/counting-database.js'
import { expectStatus, log, noon, type Planned, plan, start, today } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete
let done: Planned
let routinePath: string

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
  done = await start(athlete)
  await log(athlete, done.exercises[0], { reps: 8, rpe: 7 })
  expectStatus(await athlete.post(`${done.path}/complete`, {}), 200)
  await plan(athlete, { date: '2026-11-30' })
  const routine = { name: 'Pull day', exercises: [{ exercise: 'pull-up' }, { exercise: 'dead-hang' }] }
  routinePath = `/me/routines/${expectStatus(await athlete.post('/me/routines', routine), 201).body.id}`
  expectStatus(await athlete.post('/me/goals', { kind: 'reps', exercise: 'push-up', target: 50 }), 201)
  expectStatus(await athlete.post('/me/goals', { kind: 'consistency', target: 3 }), 201)
})

const entryOf = async (slug: string) => expectStatus(await api.visitor.get(`/exercises/${slug}`), 200).body

/** Puts what the library has in the place of the short forms there. */
async function inFull(body: Answered['body'], steps: readonly string[]): Promise<Answered['body']> {
  if (body === null) return null
  if (Array.isArray(body)) return Promise.all(body.map((item) => inFull(item, steps)))
  const [step, ...rest] = steps
  if (step === undefined) return entryOf(body.slug)
  return { ...body, [step]: await inFull(body[step], rest) }
}

describe('expand', () => {
  test.each([
    ['a session', () => done.path, 'exercises.exercise', ''],
    ['a routine', () => routinePath, 'exercises.exercise', ''],
    ['routines', () => '/me/routines', 'exercises', 'data.'],
    ['goals, also those about no exercise', () => '/me/goals', 'exercise', 'data.'],
    ['decisions', () => `${done.path}/decisions`, 'exercise', 'data.'],
    ['records', () => '/me/records', 'exercise', 'data.'],
  ])('shows the exercises of %s as the library has them, and all else as it is', async (_, path, place, root) => {
    const short = expectStatus(await athlete.get(path()), 200).body
    const asked = await athlete.get(`${path()}?expand=${place}`)
    const full = expectStatus(asked, 200).body
    expect(full).toEqual(await inFull(short, `${root}${place}`.split('.')))
    expect(full).not.toEqual(short)
  })

  test('shows the exercises and sets of listed sessions, as each session does by itself', async () => {
    const { data } = expectStatus(await athlete.get('/sessions'), 200).body
    const full = expectStatus(await athlete.get('/sessions?expand=exercises'), 200).body
    const alone = expectStatus(await athlete.get(done.path), 200).body
    expect(full.data).toEqual([
      { ...data[0], exercises: [] },
      { ...data[1], exercises: alone.exercises },
    ])
    expect(alone.exercises[0].sets).toHaveLength(1)
  })

  test('goes two deep, and what is deeper brings along what it is in', async () => {
    const { body } = await athlete.get('/sessions?expand=exercises.exercise&status=completed')
    const alone = expectStatus(await athlete.get(`${done.path}?expand=exercises.exercise`), 200).body
    expect(body.data[0].exercises).toEqual(alone.exercises)
    expect(body.data[0].exercises[0].exercise).toEqual(await entryOf('push-up'))
    expect(body).toEqual((await athlete.get('/sessions?expand=exercises.exercise,exercises&status=completed')).body)
  })

  test('shows the session of a record, as a list of sessions does', async () => {
    const { data } = expectStatus(await athlete.get('/me/records?expand=session'), 200).body
    const [listed] = expectStatus(await athlete.get('/sessions?status=completed'), 200).body.data
    expect(data).toMatchObject([{ sessionId: done.id, exercise: { slug: 'push-up' }, session: listed }])
    expect(Object.keys(data[0].exercise)).not.toContain('cues')
    expect(expectStatus(await athlete.get('/me/records'), 200).body.data[0]).not.toHaveProperty('session')
  })

  test('shows a session to nobody who may not read sessions', async () => {
    const stranger = await api.athlete({ scopes: ['progress:read'] })
    expectStatus(await stranger.get('/me/records?expand=exercise'), 200)
    const refused = await stranger.get('/me/records?expand=session')
    expect([refused.status, refused.body.code]).toEqual([403, 'INSUFFICIENT_SCOPE'])
    expect(refused.body.detail).toBe('The scope sessions:read is needed.')
  })

  test('shows what the library says now, also when only a word of it has changed', async () => {
    const shown = async () => (await athlete.get(`${done.path}?expand=exercises.exercise`)).body.exercises[0].exercise
    const before = await shown()
    await api.db.rows(`update exercises set cues = '{Breathe}' where slug = 'push-up'`)
    expect((await shown()).cues).toEqual(['Breathe'])
    await api.db.rows(`update workout_levels set name = 'Renamed' where level_order = $1`, [before.level])
    expect((await shown()).levelName).toBe('Renamed')
  })

  test('goes with fields, with pages and with If-None-Match', async () => {
    const fields = await athlete.get('/sessions?fields=id,exercises&expand=exercises.exercise&limit=1')
    expect(expectStatus(fields, 200).body.data).toEqual([{ id: expect.any(String), exercises: [] }])
    const cursor = encodeURIComponent(fields.body.page.nextCursor)
    const next = await athlete.get(`/sessions?expand=exercises&fields=exercises&limit=1&cursor=${cursor}`)
    expect(Object.keys(next.body.data[0])).toEqual(['exercises'])
    expect(next.body.data[0].exercises).toHaveLength(3)
    expect(next.body.page.nextCursor).toBeNull()
    expect((await athlete.get('/sessions?expand=exercises&fields=id')).body.data[0]).toEqual({ id: expect.any(String) })
    const path = `${done.path}?expand=exercises.exercise`
    const etag = (await athlete.get(path)).headers.get('etag') ?? ''
    expect((await athlete.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await athlete.get(done.path, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  test.each([
    ['an unknown place', 'session', 'VALUE'],
    ['what is too deep', 'exercises.exercise.prerequisites', 'TOO_BIG'],
    ['nothing', '', 'VALUE'],
    ['a name that reaches into prototypes', '__proto__', 'VALUE'],
    ['a place twice', 'exercises,exercises', 'VALUE'],
  ])('refuses %s, and names what there is', async (_, expand, code) => {
    const { status, body } = await athlete.get(`/sessions?expand=${expand}`)
    expect([status, body.code, body.errors[0].code], JSON.stringify(body)).toEqual([400, 'MALFORMED_REQUEST', code])
  })

  test('a refusal of an unknown place names all that there are', async () => {
    const { body } = await athlete.get('/sessions?expand=colour')
    const detail = 'must be some of exercises, exercises.exercise, joined by commas'
    expect(body.errors).toEqual([{ parameter: 'expand', code: 'VALUE', detail }])
    expect((await athlete.get('/me/webhooks?expand=exercises')).body.errors[0].code).toBe('UNKNOWN_PARAMETER')
  })
})

describe('however much is expanded', () => {
  const asked = [
    '/sessions?expand=exercises.exercise&limit=25',
    '/me/routines?expand=exercises&limit=100',
    '/me/goals?expand=exercise&limit=100',
    '/me/records?expand=exercise,session&limit=100',
  ]

  test('it is one round trip, and the same statements for 1 as for many', async () => {
    const [one, many] = [await filled(1), await filled(25)]
    for (const path of asked) {
      const [few, lots] = [await statementsOf(one, path), await statementsOf(many, path)]
      expect(lots.statements, path).toEqual(few.statements)
      expect([few.roundTrips, lots.roundTrips], path).toEqual([1, 1])
      expect(lots.items, path).toBeGreaterThan(few.items)
      expect(lots.ofLibrary, path).toBe(few.ofLibrary)
    }
  }, 60_000)
})

/** An athlete with so many sessions, routines, goals and records. */
async function filled(count: number): Promise<TestAthlete> {
  const filling = await api.athlete()
  const { data } = (await api.visitor.get('/exercises?limit=500&fields=slug,metric')).body
  const slugs: string[] = data.flatMap((one: { slug: string; metric: string }) =>
    one.metric === 'reps' ? [one.slug] : [],
  )
  for (const slug of slugs.slice(0, count)) {
    const exercises = [{ exercise: slug }]
    const session = { date: today, status: 'completed', exercises: [{ exercise: slug, sets: [{ reps: 5, rpe: 8 }] }] }
    expectStatus(await filling.put(`/sessions/${crypto.randomUUID()}`, session), 201)
    expectStatus(await filling.post('/me/routines', { name: slug, exercises }), 201)
    expectStatus(await filling.post('/me/goals', { kind: 'reps', exercise: slug, target: 90 }), 201)
  }
  return filling
}

async function statementsOf(asking: TestAthlete, path: string) {
  expectStatus(await asking.get(path), 200)
  const counting = countingDatabase(api.db.url, api.db.database)
  const { body } = await api.servedWith(asking, { database: counting.database }).get(path)
  const rows = counting.take()
  return {
    // of every ten requests one borrows from the quota
    statements: [...rows.keys()].filter((name) => name !== 'borrowRequests' && name !== 'readOnlyFromHere'),
    ofLibrary: rows.get('findLibraryEntries'),
    roundTrips: api.requests.at(-1)?.roundTrips,
    items: body.data.length,
  }
}
