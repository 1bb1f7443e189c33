import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, start, today, workout } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
beforeEach(() => api.setNow(noon))

async function read(athlete: TestAthlete, path = '/me/today'): Promise<Answered['body']> {
  return expectStatus(await athlete.get(path), 200).body
}

type Item = { [name: string]: unknown }

/** The same items with some of their fields only. */
const only = (items: readonly Item[], ...names: string[]) =>
  items.map((item) => Object.fromEntries(names.map((name) => [name, item[name]])))

/** An athlete for whom every part has something in it. */
async function busy(): Promise<TestAthlete> {
  const athlete = await api.athlete({ name: 'Ada', timeZone: 'Europe/Berlin' })
  await athlete.post('/me/goals', { kind: 'reps', exercise: 'push-up', target: 30 })
  await athlete.post('/me/goals', { kind: 'skill', exercise: 'pistol-squat', deadline: '2027-06-01' })
  await trainOn(api, athlete, '2026-11-16', { exercise: 'push-up', sets: threeOf(10, { rpe: 8 }) })
  await trainOn(api, athlete, '2026-11-18', { exercise: 'pull-up', sets: [{ reps: 100, rpe: 8 }] })
  api.setNow('2026-11-21T12:00:00.000Z')
  await start(athlete, { ...workout, date: '2026-11-21' })
  api.setNow(noon)
  await athlete.post('/me/check-ins', { sleep: 4, fatigue: 4, stress: 3, soreness: 3 })
  const session = await start(athlete, { ...workout, time: '18:30' })
  for (const body of [{ reps: 10, kind: 'warmup' }, { reps: 10 }, { reps: 9 }]) {
    await log(athlete, session.exercises[0], body)
  }
  for (const side of ['left', 'right']) await log(athlete, session.exercises[2], { reps: 5, side })
  for (const date of ['2026-11-24', '2026-11-26', '2026-12-28', '2027-01-03']) await plan(athlete, { ...workout, date })
  return athlete
}

describe('GET /me/today', () => {
  test('answers in one round trip what the single operations answer', async () => {
    const athlete = await busy()
    const home = await read(athlete)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(home).toMatchObject({ date: today, timeZone: 'Europe/Berlin', nextWorkout: null })
    expect(home.profile).toEqual(await read(athlete, '/me'))
    expect(home.readiness).toEqual(await read(athlete, '/me/readiness'))
    expect(home.levels).toEqual((await read(athlete, '/me/levels')).data)
    expect(home.goals).toEqual((await read(athlete, '/me/goals?status=open&limit=5')).data)
    expect(home.goals).toHaveLength(2)
    expect(await read(athlete, '/me/deload')).toMatchObject(home.deload)
    const { days, currentStreakWeeks, longestStreakWeeks, currentKeptWeeks, longestKeptWeeks, ...sums } = home.week
    const week = await read(athlete, '/me/weeks/current')
    expect(week).toMatchObject(sums)
    expect(days).toEqual(only(week.days, ...Object.keys(days[0])))
    const streaks = { currentStreakWeeks, longestStreakWeeks, currentKeptWeeks, longestKeptWeeks }
    expect(await read(athlete, '/me/adherence')).toMatchObject(streaks)
    expect(home.waiting.review).toEqual({ count: 1, items: (await read(athlete, '/me/review')).data })
    expect(home.ahead.map(({ date }: Item) => date)).toEqual(['2026-11-24', '2026-11-26', '2026-12-28'])
    expect((await read(athlete, '/me/weeks/2026-W48')).sessions).toEqual(home.ahead.slice(0, 2))
    expect(home.waiting.sessions).toEqual(week.sessions.filter(({ date }: Item) => date === '2026-11-21'))
  })

  test('shows the sessions of today as they are planned, with their sets counted', async () => {
    const athlete = await busy()
    const [shown, ...more] = (await read(athlete)).sessions
    expect(more).toEqual([])
    const { exercises, ...session } = await read(athlete, `/sessions/${shown.id}`)
    expect(shown).toMatchObject(session)
    const counts = [
      { plannedSets: 3, completedSets: 2, extraSets: 0 },
      { completedSets: 0, extraSets: 0 },
      { completedSets: 1, extraSets: 0 },
    ]
    for (const [index, exercise] of shown.exercises.entries()) {
      const { plannedSets, completedSets, extraSets, ...planned } = exercise
      expect(exercises[index]).toMatchObject(planned)
      expect({ plannedSets, completedSets, extraSets }).toMatchObject(counts[index] ?? {})
      expect(plannedSets).toBe(exercises[index].planned.sets.length)
    }
  })

  test('is small, and is not sent twice', async () => {
    const athlete = await busy()
    const first = await api.fetch('/me/today', { headers: { authorization: `Bearer ${athlete.token}` } })
    const bytes = Buffer.from(await first.arrayBuffer())
    expect(gzipSync(bytes).length).toBeLessThan(5_000)
    const etag = first.headers.get('etag') ?? ''
    expect((await athlete.get('/me/today', { headers: { 'if-none-match': etag } })).status).toBe(304)
    await athlete.patch('/me', { name: 'Grace' })
    expect((await athlete.get('/me/today', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  test('answers an athlete with nothing at all', async () => {
    const home = await read(await api.athlete({ consents: false }))
    expect(home).toMatchObject({
      date: today,
      sessions: [],
      ahead: [],
      readiness: null,
      levels: ['Push', 'Pull', 'Squat'].map((category) => ({ category, level: 0, setAt: null })),
      week: { plannedSessions: 0, adherence: null, currentStreakWeeks: 0 },
      deload: { due: false, triggers: [], current: null, next: null },
      waiting: {
        review: { count: 0, items: [] },
        deload: false,
        checkIn: false,
        consents: ['health-data', 'research'],
        sessions: [],
      },
      goals: [],
      nextWorkout: { method: 'GET', path: '/me/next-workout' },
    })
  })

  test('asks for a check-in only of who consents, and for consents only that were never given or refused', async () => {
    const athlete = await api.athlete()
    expect((await read(athlete)).waiting).toMatchObject({ checkIn: true, consents: ['research'] })
    await athlete.put('/me/consents/health-data', { given: false })
    await athlete.put('/me/consents/research', { given: false })
    const home = await read(athlete)
    expect(home).toMatchObject({ readiness: null, waiting: { checkIn: false, consents: [] } })
  })

  test.each([
    ['Pacific/Kiritimati', '2026-11-23', '2026-W48'],
    ['America/Los_Angeles', '2026-11-22', '2026-W47'],
  ])('is the day of the athlete: at 01:00 UTC on a Monday in %s %s', async (timeZone, date, week) => {
    const athlete = await api.athlete({ timeZone })
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) await plan(athlete, { ...workout, date: day })
    api.setNow('2026-11-23T01:00:00.000Z')
    const home = await read(athlete)
    expect(home).toMatchObject({ date, week: { week } })
    expect(only(home.sessions, 'date', 'isToday')).toEqual([{ date, isToday: true }])
    const ahead = ['2026-11-22', '2026-11-23', '2026-11-24'].filter((day) => day > date)
    expect(home.ahead.map((session: Item) => session.date)).toEqual(ahead)
    expect(home.week.days.filter(({ isToday }: Item) => isToday)).toMatchObject([{ date, plannedSessions: 1 }])
  })

  test('shows a session that was begun before a flight over the date line, whose day is tomorrow again', async () => {
    const athlete = await api.athlete({ timeZone: 'Pacific/Auckland' })
    const flown = await start(athlete, { ...workout, date: '2026-11-23' })
    await athlete.patch('/me', { timeZone: 'America/Los_Angeles' })
    const home = await read(athlete)
    expect(home).toMatchObject({
      date: today,
      sessions: [],
      waiting: { sessions: [{ id: flown.id, date: '2026-11-23' }] },
    })
  })

  test('shows three sessions of one day by their time, those that are done among them', async () => {
    const athlete = await api.athlete()
    const evening = await plan(athlete, { ...workout, time: '19:00' })
    const morning = await start(athlete, { ...workout, time: '07:00' })
    await log(athlete, morning.exercises[0], { reps: 10 })
    const whenever = await plan(athlete, workout)
    expectStatus(await athlete.post(`${morning.path}/complete`, {}), 200)
    expectStatus(await athlete.post(`${evening.path}/skip`), 200)
    const home = await read(athlete)
    expect(only(home.sessions, 'id', 'status')).toEqual([
      { id: morning.id, status: 'completed' },
      { id: evening.id, status: 'skipped' },
      { id: whenever.id, status: 'planned' },
    ])
    expect(home.nextWorkout).toBeNull()
    expectStatus(await athlete.post(`${whenever.path}/skip`), 200)
    expect((await read(athlete)).nextWorkout).toEqual({ method: 'GET', path: '/me/next-workout' })
  })

  test('shows nothing that the scopes of the caller do not read', async () => {
    const athlete = await api.athlete({ scopes: ['progress:read', 'sessions:write'] })
    await start(athlete, { ...workout, notes: 'Elbow felt odd' })
    const home = await read(athlete)
    expect(home).toMatchObject({ profile: null, sessions: null, levels: null, waiting: { consents: null } })
    expect(JSON.stringify(home)).not.toContain('Elbow')
    const stranger = await api.athlete({ scopes: ['profile:read', 'sessions:read', 'levels:read', 'privacy:read'] })
    expect((await stranger.get('/me/today')).status).toBe(403)
  })

  test('refuses an account that was erased', async () => {
    const eve = await api.athlete()
    await api.db.rows('delete from users where id = $1', [eve.id])
    const gone = await eve.get('/me/today')
    expect([gone.status, gone.body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
  })
})
