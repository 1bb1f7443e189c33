import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf, today } from '#tests/support/session-api.js'
import { eventTypesOf, threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

type Reason = { ruleId: string; explanation: string }
type Item = {
  exercise: { slug: string; category: string; level: number }
  slot: string
  sets: object[]
  tempo: string
  restSeconds: number
  block: number
  score: number
  terms: Record<string, number>
  why: Reason[]
  modifier: { modifier: string }
  propensity: number
  estimatedMinutes: number
  pSuccess: number
  rpeCap: number | null
}

/** Makes an athlete at level 2 in every category, with a bar and a wall. */
async function placed(): Promise<TestAthlete> {
  const athlete = await api.athlete()
  expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 2, Pull: 2, Squat: 2 } }), 200)
  expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'wall', 'low-bar', 'box'] }), 200)
  return athlete
}

describe('GET /me/next-workout', () => {
  test('recommends a warm-up and exercises for the whole body within the time, each with its reasons', async () => {
    const athlete = await placed()
    const { body } = expectStatus(await athlete.get('/me/next-workout?minutes=40'), 200)
    expect(body).toMatchObject({ date: today, kind: 'train', minutes: 40, arrangement: 'pairs', plannedSessions: [] })
    expect(body.totalMinutes).toBeGreaterThan(20)
    expect(body.totalMinutes).toBeLessThanOrEqual(40)
    expect(body.warmUp[0]).toMatchObject({ kind: 'general' })
    for (const item of body.exercises as Item[]) {
      expect(item.sets.length).toBeGreaterThan(0)
      expect(Object.values(item.terms).reduce((sum, term) => sum + term, 0)).toBeCloseTo(item.score, 1)
      expect(item.why.map(({ ruleId }) => ruleId.split('.')[0])).toEqual(expect.arrayContaining(['rung', 'target']))
      expect(item.why.every(({ explanation }) => explanation.endsWith('.'))).toBe(true)
    }
    expect(new Set(body.exercises.map(({ exercise }: Item) => exercise.category))).toEqual(
      new Set(['Push', 'Pull', 'Squat']),
    )
    expect(body.week).toHaveLength(7)
    expect(body.week[0]).toMatchObject({ slot: 'hpush', hardSets: 0, target: 9, cap: 14 })
  })

  test('keeps what it showed with one more round trip, and nothing when it shows the same again', async () => {
    const athlete = await placed()
    const shown = () => athlete.get('/me/next-workout?minutes=40')
    const kept = async () => (await athlete.get(`/me/recommendations?date=${today}`)).body.shown
    const { body } = expectStatus(await shown(), 200)
    expect(api.requests.at(-1)?.roundTrips).toBe(2)
    expectStatus(await shown(), 200)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(await kept()).toMatchObject([{ rulesVersion: body.rulesVersion, answer: body }])
    expectStatus(await athlete.patch('/me', { equipment: [] }), 200)
    expectStatus(await shown(), 200)
    expect(await kept()).toHaveLength(2)
  })

  test('gives a slim answer without reasons, and keeps the whole one', async () => {
    const athlete = await placed()
    const slim = expectStatus(await athlete.get('/me/next-workout?reasons=false'), 200).body
    expect(slim).toMatchObject({ rules: [], missing: [], leftOut: [] })
    expect(slim.exercises.flatMap(({ why }: Item) => why)).toEqual([])
    const whole = expectStatus(await athlete.get('/me/next-workout'), 200).body
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(whole.exercises.map(({ sets }: Item) => sets)).toEqual(slim.exercises.map(({ sets }: Item) => sets))
  })

  test('gives a session on a day of rest where it is asked for all the same', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, today, { exercise: 'push-up', sets: threeOf(7) })
    const tomorrow = '2026-11-23'
    const asked = async (query: string) => (await athlete.get(`/me/next-workout?date=${tomorrow}${query}`)).body
    const rest = await asked('')
    expect(rest).toMatchObject({ kind: 'rest', date: tomorrow, exercises: [] })
    expect(rest.rules[0].ruleId).toBe('day.no_full_body_two_days_running')
    const forced = await asked('&force=true')
    expect(forced.kind).toBe('train')
    expect(forced.exercises.length).toBeGreaterThan(0)
    expect(problemOf(await athlete.post('/me/next-workout/accept', { date: tomorrow }))).toEqual([
      '409 NOTHING_TO_RECOMMEND',
    ])
    expectStatus(await athlete.post('/me/next-workout/accept', { date: tomorrow, force: true }), 201)
  })

  test('knows what there is at a place of the profile, by its name or its id', async () => {
    const athlete = await placed()
    const { body: profile } = expectStatus(
      await athlete.patch('/me', { places: [{ name: 'Park', equipment: ['low-bar'] }] }),
      200,
    )
    const [park] = profile.places
    const there = expectStatus(await athlete.get('/me/next-workout?place=park'), 200).body
    expect(there.placeId).toBe(park.id)
    expect((await athlete.get(`/me/next-workout?place=${park.id}`)).body.exercises).toEqual(there.exercises)
    expect(problemOf(await athlete.get('/me/next-workout?place=gym'))).toEqual(['404 PLACE_NOT_FOUND'])
    const { body: session } = expectStatus(await athlete.post('/me/next-workout/accept', { place: 'Park' }), 201)
    expect(session.placeId).toBe(park.id)
  })

  test("takes today from the athlete's time zone", async () => {
    const athlete = await api.athlete({ timeZone: 'Pacific/Auckland' })
    expect((await athlete.get('/me/next-workout')).body.date).toBe('2026-11-23')
  })

  test('is narrowed by equipment, categories and exercises per category, and says so', async () => {
    const athlete = await placed()
    const { body } = expectStatus(
      await athlete.get('/me/next-workout?minutes=45&equipment=none&categories=Push,Squat&exercisesPerCategory=1'),
      200,
    )
    expect(body.exercises.map(({ exercise }: Item) => exercise.category).sort()).toEqual(['Push', 'Squat'])
    expect(body.categories.map(({ category }: { category: string }) => category).sort()).toEqual(['Push', 'Squat'])
    const reasons = body.missing.map(({ key, reason }: { key: string; reason: Reason }) => `${key} ${reason.ruleId}`)
    expect(reasons).toEqual(expect.arrayContaining(['hpull asked.categories', 'vpush asked.exercises_per_category']))
  })

  test('is narrowed by minutes', async () => {
    const athlete = await placed()
    const short = expectStatus(await athlete.get('/me/next-workout?minutes=5'), 200).body
    expect(short.totalMinutes).toBeLessThanOrEqual(5)
    expect(short.exercises.length).toBeGreaterThan(0)
    expect(short.arrangement).toBe('circuit')
    expect(short.missing.map(({ reason }: { reason: Reason }) => reason.ruleId)).toContain('slot.no_time')
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
    expect(pushUp).toMatchObject({ tempo: '4-0-1-0', restSeconds: 200 })
    expect(pushUp.why.map(({ ruleId }: Reason) => ruleId)).toContain('rung.keep')
    const reps = pushUp.sets.map((set: { reps: number }) => set.reps)
    expect(Math.max(...reps)).toBeLessThanOrEqual(10)
    expect(Math.min(...reps)).toBeGreaterThanOrEqual(7)
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
    expect(body.categories).toMatchObject([
      { category: 'Pull', need: 1, hardSets: 0 },
      { category: 'Squat', hardSets: 1 },
      { category: 'Push', hardSets: 3 },
    ])
  })

  test('recommends nothing that loads a wrist which hurt, without a diagnosis', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, '2026-11-20', {
      exercise: 'push-up',
      sets: [{ reps: 5, pain: 6, painSite: 'wrist' }],
    })
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout?categories=Push&exercisesPerCategory=5&minutes=180')
    expect(body.blocked).toMatchObject([
      { site: 'wrist', on: '2026-11-20', pain: 6, slots: ['hpush', 'vpush', 'skill'], easedSlots: [] },
    ])
    expect(body.blocked[0].explanation).toContain('seek advice if it lasts')
    expect(body.exercises.map(({ slot }: Item) => slot)).toEqual(['core'])
  })

  test('takes sets back after a break, and says so', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, '2026-10-10', {
      exercise: 'push-up',
      sets: threeOf(10, { rpe: 8 }),
      planned: threeOf(10),
    })
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout')
    expect(body.rules.map(({ ruleId }: Reason) => ruleId)).toContain('week.return')
    expect(body.rules.find(({ ruleId }: Reason) => ruleId === 'week.return').inputs).toEqual({ multiplier: 0.5 })
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
  test('plans exactly what was recommended, and keeps it with the rules that chose it', async () => {
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
    type Work = { sets: object[]; tempo: string; restSeconds: number; group: number | null }
    type Planned = { exercise: { slug: string }; planned: Work }
    const blocks: number[] = next.exercises.map((item: Item) => item.block)
    const groupOf = (block: number) => (blocks.filter((other) => other === block).length > 1 ? block : null)
    expect(blocks.some((block) => groupOf(block) !== null)).toBe(true)
    expect(
      session.exercises.map(({ exercise, planned: { sets, tempo, restSeconds, group } }: Planned) => [
        exercise.slug,
        sets,
        tempo,
        restSeconds,
        group,
      ]),
    ).toEqual(
      next.exercises.map(({ exercise, sets, tempo, restSeconds, block }: Item) => [
        exercise.slug,
        sets,
        tempo,
        restSeconds,
        groupOf(block),
      ]),
    )

    const { body: kept } = expectStatus(await athlete.get(`/me/recommendations?date=${today}`), 200)
    expect(kept).toMatchObject({ on: today, rulesVersions: [next.rulesVersion], decisions: [] })
    expect(kept.recommended[0]).toMatchObject({ sessionId: id, rulesVersion: next.rulesVersion })
    expect(kept.recommended[0].exercises[0].rules[0]).toMatch(/^rung\./)
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
    const { body } = expectStatus(await athlete.get('/me/recommendations?date=2026-11-20'), 200)
    expect(body).toMatchObject({
      recommended: [],
      decisions: [{ decision: 'progress', ruleId: 'progression.target_met', workingAfter: threeOf(8) }],
    })
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect((await athlete.get('/me/recommendations?date=2026-11-21')).body).toMatchObject({
      rulesVersions: [],
      decisions: [],
    })
  })

  test('refuses a day that is missing or does not exist', async () => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.get('/me/recommendations'))).toEqual(['400 MALFORMED_REQUEST', 'date REQUIRED'])
    expect(problemOf(await athlete.get('/me/recommendations?date=2026-02-30'))).toEqual([
      '400 MALFORMED_REQUEST',
      'date FORMAT',
    ])
  })

  test('shows no recommendations of another athlete', async () => {
    const [ada, eve] = [await placed(), await placed()]
    expectStatus(await ada.post('/me/next-workout/accept', {}), 201)
    expect((await eve.get(`/me/recommendations?date=${today}`)).body.recommended).toEqual([])
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
