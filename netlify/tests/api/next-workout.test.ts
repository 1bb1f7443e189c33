import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf, today } from '#tests/support/session-api.js'
import { eventTypesOf, threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

type Item = {
  exercise: { slug: string; category: string; level: number }
  sets: object[]
  tempo: string
  restSeconds: number
  score: number
  terms: Record<string, number>
  reasons: { ruleId: string; explanation: string; contribution: number }[]
  propensity: number
  estimatedMinutes: number
  pSuccess: number
}

const slugsOf = (body: { exercises: Item[] }) => body.exercises.map(({ exercise }) => exercise.slug)

/** Makes an athlete at level 2 in every category, with a bar and a wall. */
async function placed(): Promise<TestAthlete> {
  const athlete = await api.athlete()
  expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 2, Pull: 2, Squat: 2 } }), 200)
  expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'wall', 'low-bar', 'box'] }), 200)
  return athlete
}

describe('GET /me/next-workout', () => {
  test('recommends exercises that can be done within the time, with sets, score, terms and reasons', async () => {
    const athlete = await placed()
    const { body } = expectStatus(await athlete.get('/me/next-workout?minutes=40'), 200)
    expect(body).toMatchObject({ date: today, rulesVersion: '2026.1', minutes: 40, seed: `${athlete.id} ${today}` })
    expect(body.totalMinutes).toBeLessThanOrEqual(40)
    expect(body.exercises.length).toBeGreaterThan(2)
    for (const item of body.exercises as Item[]) {
      const { terms, reasons, score } = item
      expect(item.exercise.level).toBeLessThanOrEqual(3)
      expect(item.sets.length).toBeGreaterThan(0)
      expect(Object.values(terms).reduce((sum, term) => sum + term, 0)).toBeCloseTo(score, 1)
      expect(reasons.map(({ ruleId }) => ruleId)).toContain('selection.matches_level')
      expect(reasons.every(({ explanation }) => explanation.endsWith('.'))).toBe(true)
      expect(item.pSuccess).toBeGreaterThanOrEqual(0.5)
    }
    expect(new Set(body.exercises.map(({ exercise }: Item) => exercise.category))).toEqual(
      new Set(['Push', 'Pull', 'Squat']),
    )
    expect(body.leftOut.length).toBeGreaterThan(0)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  test('gives the same answer byte for byte on the same day for the same parameters', async () => {
    const athlete = await placed()
    const first = await athlete.get('/me/next-workout?minutes=50&exercisesPerCategory=3')
    api.setNow(`${today}T21:45:00.000Z`)
    const again = await athlete.get('/me/next-workout?minutes=50&exercisesPerCategory=3')
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body))
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  test('may choose another of almost equal exercises on another day', async () => {
    const athlete = await placed()
    const seen = new Set<string>()
    for (let day = 10; day < 22; day += 1) {
      api.setNow(`2026-12-${day}T12:00:00.000Z`)
      seen.add(slugsOf((await athlete.get('/me/next-workout')).body).join())
    }
    expect(seen.size).toBeGreaterThan(1)
  })

  test("takes today from the athlete's time zone", async () => {
    const athlete = await api.athlete({ timeZone: 'Pacific/Auckland' })
    expect((await athlete.get('/me/next-workout')).body.date).toBe('2026-11-23')
  })

  test('is narrowed by equipment, categories and exercises per category', async () => {
    const athlete = await placed()
    const { body } = expectStatus(
      await athlete.get('/me/next-workout?minutes=30&equipment=none&categories=Push,Squat&exercisesPerCategory=1'),
      200,
    )
    expect(body.exercises.length).toBeLessThanOrEqual(2)
    expect(body.categories.map(({ category }: { category: string }) => category)).toEqual(['Push', 'Squat'])
    const needed = await api.db.rows<{ default_equipment: string[] }>(
      'select default_equipment from exercises where slug = any($1)',
      [slugsOf(body)],
    )
    expect(needed.flatMap(({ default_equipment }) => default_equipment)).toEqual([])
  })

  test('is narrowed by minutes', async () => {
    const athlete = await placed()
    const short = expectStatus(await athlete.get('/me/next-workout?minutes=5'), 200).body
    expect(short.totalMinutes).toBeLessThanOrEqual(5)
    expect(short.exercises).toHaveLength(1)
    expect(short.leftOut.map(({ bar }: { bar: string }) => bar)).toContain('time')
  })

  test("continues from the working sets, with the athlete's own tempo and rest", async () => {
    const athlete = await placed()
    await trainOn(api, athlete, '2026-11-10', {
      exercise: 'push-up',
      sets: threeOf(7, { rpe: 8 }),
      planned: threeOf(7),
    })
    expectStatus(await athlete.patch('/me/exercises/push-up', { tempo: '4-0-1-0', restSeconds: 200 }), 200)
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout?categories=Push&exercisesPerCategory=5&minutes=120')
    const pushUp = body.exercises.find(({ exercise }: Item) => exercise.slug === 'push-up')
    expect(pushUp).toMatchObject({ sets: threeOf(8), tempo: '4-0-1-0', restSeconds: 200 })
    expect(pushUp.estimatedMinutes).toBeCloseTo((3 * (8 * 5 + 200)) / 60, 2)
  })

  test('puts the category first that was trained least', async () => {
    const athlete = await placed()
    await trainOn(
      api,
      athlete,
      '2026-11-20',
      { exercise: 'push-up', sets: threeOf(7) },
      {
        exercise: 'walking-lunge',
        sets: [
          { reps: 8, side: 'left' },
          { reps: 8, side: 'right' },
        ],
      },
    )
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout')
    expect(body.categories).toEqual([
      { category: 'Pull', need: 1, hardSets: 0 },
      { category: 'Squat', need: expect.closeTo(0.25, 10), hardSets: 1 },
      { category: 'Push', need: 0, hardSets: 3 },
    ])
    expect(body.exercises[0].exercise.category).toBe('Pull')
  })

  test('recommends nothing that loads a wrist which hurt, without a diagnosis', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, '2026-11-21', {
      exercise: 'push-up',
      sets: [{ reps: 5, pain: 6, painSite: 'wrist' }],
    })
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout?categories=Push&exercisesPerCategory=5&minutes=180')
    expect(body.blocked).toMatchObject([{ site: 'wrist', on: '2026-11-21', pain: 6 }])
    expect(body.blocked[0].explanation).toContain('seek advice if it lasts')
    const tags = await api.db.rows<{ tags: string[] }>('select tags from exercises where slug = any($1)', [
      slugsOf(body),
    ])
    expect(tags.flatMap((row) => row.tags)).not.toContain('handstand-chain')
    expect(body.leftOut.map(({ bar }: { bar: string }) => bar)).toContain('blocked_tag')
  })

  test('lowers targets and sets after a break, and says so', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, '2026-10-10', {
      exercise: 'push-up',
      sets: threeOf(10, { rpe: 8 }),
      planned: threeOf(10),
    })
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout?categories=Push&exercisesPerCategory=5&minutes=180')
    const pushUp = body.exercises.find(({ exercise }: Item) => exercise.slug === 'push-up')
    expect(pushUp.sets).toEqual([{ reps: 7 }, { reps: 7 }])
    expect(pushUp.adjustments.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'recovery.layoff',
      'recovery.transition',
    ])
  })

  test.each([
    ['minutes=0', 'minutes TOO_SMALL'],
    ['minutes=2000', 'minutes TOO_BIG'],
    ['minutes=soon', 'minutes TYPE'],
    ['equipment=trampoline', 'equipment FORMAT'],
    ['categories=Legs', 'categories FORMAT'],
    ['exercisesPerCategory=0', 'exercisesPerCategory TOO_SMALL'],
    ['mood=good', 'mood UNKNOWN_PARAMETER'],
  ])('refuses %s', async (parameters, fault) => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.get(`/me/next-workout?${parameters}`))).toEqual(['400 MALFORMED_REQUEST', fault])
  })

  test('needs a token and the scope to read progress', async () => {
    expectStatus(await api.visitor.get('/me/next-workout'), 401)
    const other = await api.athlete({ scopes: ['sessions:write'] })
    expectStatus(await other.get('/me/next-workout'), 403)
  })
})

describe('POST /me/next-workout/accept', () => {
  test('plans exactly what was recommended, and keeps it with scores and probabilities', async () => {
    const athlete = await placed()
    const { body: next } = expectStatus(await athlete.get('/me/next-workout?minutes=40&categories=Push,Pull'), 200)
    const id = '0198c0de-7a11-7000-8000-0000000000f1'
    const request = { minutes: 40, categories: ['Push', 'Pull'] }
    const accepted = expectStatus(await athlete.post('/me/next-workout/accept', { id, time: '18:30', ...request }), 201)
    expect(accepted.headers.get('location')).toBe(`/api/v1/sessions/${id}`)
    expect(api.requests.at(-1)?.roundTrips).toBe(2)
    const { body: session } = expectStatus(await athlete.get(`/sessions/${id}`), 200)
    expect(session).toEqual(accepted.body)
    expect(session).toMatchObject({
      date: today,
      time: '18:30',
      status: 'planned',
      durationMinutes: Math.ceil(next.totalMinutes),
    })
    type Planned = { exercise: { slug: string }; planned: { sets: object[]; tempo: string; restSeconds: number } }
    expect(
      session.exercises.map(({ exercise, planned }: Planned) => [
        exercise.slug,
        planned.sets,
        planned.tempo,
        planned.restSeconds,
      ]),
    ).toEqual(next.exercises.map((item: Item) => [item.exercise.slug, item.sets, item.tempo, item.restSeconds]))

    const { body: kept } = expectStatus(await athlete.get(`/me/recommendations?on=${today}`), 200)
    expect(kept).toMatchObject({ on: today, rulesVersions: ['2026.1'], decisions: [] })
    expect(kept.recommended[0]).toMatchObject({ sessionId: id, rulesVersion: '2026.1' })
    expect(
      kept.recommended[0].exercises.map((item: Item) => [item.exercise.slug, item.score, item.propensity, item.sets]),
    ).toEqual(next.exercises.map((item: Item) => [item.exercise.slug, item.score, item.propensity, item.sets]))
    expect((await eventTypesOf(api, athlete)).slice(-2)).toEqual(['session.planned', 'nextWorkout.recommended'])
  })

  test('plans for another day, and only once when the request is repeated under one idempotency key', async () => {
    const athlete = await placed()
    const accept = () =>
      athlete.post('/me/next-workout/accept', { date: '2026-11-25' }, { headers: { 'idempotency-key': 'tomorrow' } })
    const [first, second] = [expectStatus(await accept(), 201), expectStatus(await accept(), 201)]
    expect(second.body).toEqual(first.body)
    expect(first.body.date).toBe('2026-11-25')
    expect(await api.db.rows('select 1 from workout_sessions where user_id = $1', [athlete.id])).toHaveLength(1)
  })

  test.each([
    [{ minutes: 0 }, '/minutes TOO_SMALL'],
    [{ equipment: ['trampoline'] }, '/equipment/0 VALUE'],
    [{ categories: [] }, '/categories TOO_SMALL'],
    [{ date: '2026-02-30' }, '/date FORMAT'],
    [{ score: 1 }, '/score UNKNOWN_FIELD'],
  ])('refuses %o', async (body, fault) => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.post('/me/next-workout/accept', body))).toEqual(['422 INVALID_INPUT', fault])
  })

  test('refuses an id that another athlete has used', async () => {
    const id = '0198c0de-7a11-7000-8000-0000000000f2'
    const [ada, eve] = [await placed(), await placed()]
    expectStatus(await ada.post('/me/next-workout/accept', { id }), 201)
    expect(problemOf(await eve.post('/me/next-workout/accept', { id }))).toEqual(['409 ID_TAKEN'])
  })

  test('needs the scope to write sessions', async () => {
    const reader = await api.athlete({ scopes: ['progress:read'] })
    expectStatus(await reader.post('/me/next-workout/accept', {}), 403)
  })
})

describe('GET /me/recommendations', () => {
  test('gives the decisions of a day, with the rules version', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, '2026-11-20', {
      exercise: 'push-up',
      sets: threeOf(7, { rpe: 8 }),
      planned: threeOf(7),
    })
    const { body } = expectStatus(await athlete.get('/me/recommendations?on=2026-11-20'), 200)
    expect(body).toMatchObject({
      rulesVersions: ['2026.1'],
      recommended: [],
      decisions: [{ decision: 'progress', ruleId: 'progression.target_met', workingAfter: threeOf(8) }],
    })
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect((await athlete.get('/me/recommendations?on=2026-11-21')).body).toMatchObject({
      rulesVersions: [],
      decisions: [],
    })
  })

  test('refuses a day that is missing or does not exist', async () => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.get('/me/recommendations'))).toEqual(['400 MALFORMED_REQUEST', 'on REQUIRED'])
    expect(problemOf(await athlete.get('/me/recommendations?on=2026-02-30'))).toEqual([
      '400 MALFORMED_REQUEST',
      'on FORMAT',
    ])
  })

  test('shows no recommendations of another athlete', async () => {
    const [ada, eve] = [await placed(), await placed()]
    expectStatus(await ada.post('/me/next-workout/accept', {}), 201)
    expect((await eve.get(`/me/recommendations?on=${today}`)).body.recommended).toEqual([])
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
