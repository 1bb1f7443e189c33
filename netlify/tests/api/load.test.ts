import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { performed } from '#tests/support/performed.js'
import { expectStatus, log, problemOf, start } from '#tests/support/session-api.js'

const api = await testApi()
const today = '2026-11-22'
const ago = (days: number) => addDays(today, -days)
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
})

const pushUps = (reps: number, rpe = 7) => ({ exercise: 'push-up', sets: [{ reps, rpe }] })

async function load(query = '') {
  api.setNow(`${today}T12:00:00.000Z`)
  return expectStatus(await ada.get(`/me/load${query}`), 200).body
}

/** Reads the numbers of the library, so that the test follows them. */
async function libraryOf(slug: string): Promise<{ fraction: number; secondsPerRep: number }> {
  const [row] = await api.db.rows<{ body_mass_fraction: string; default_tempo: string }>(
    'select body_mass_fraction, default_tempo from exercises where slug = $1',
    [slug],
  )
  const phases = row?.default_tempo.split('-').map((phase) => (phase === 'X' ? 1 : Number(phase))) ?? []
  return { fraction: Number(row?.body_mass_fraction), secondsPerRep: phases.reduce((sum, seconds) => sum + seconds, 0) }
}

describe('GET /me/load', () => {
  test('covers the last 28 days by default, today included, in one round trip', async () => {
    const body = await load()
    expect([body.from, body.to, body.days.length]).toEqual([ago(27), today, 28])
    expect(body.days.at(-1)).toEqual({
      date: today,
      sessions: 0,
      sessionLoad: 0,
      estimated: null,
      timeLoadKgSeconds: { Push: 0, Pull: 0, Squat: 0 },
      volumeLoadKgReps: 0,
      sets: { Push: 0, Pull: 0, Squat: 0 },
    })
    expect(body.ratio).toEqual({
      coupled: null,
      uncoupled: null,
      ewma: null,
      note: expect.stringContaining('Information only'),
    })
    expect(api.requests.at(-1)).toMatchObject({ operation: 'recovery.getLoad', roundTrips: 1 })
  })

  test('takes the body mass of the day and the tempo of the session, and subtracts assistance', async () => {
    const { fraction, secondsPerRep } = await libraryOf('push-up')
    for (const [date, bodyMassKg] of [
      ['2026-11-01', 70],
      ['2026-11-20', 80],
    ])
      expectStatus(await ada.post('/me/check-ins', { date, bodyMassKg }), 201)
    await performed(api, ada, { on: '2026-11-19', minutes: 50 }, pushUps(10))
    await performed(api, ada, { on: '2026-11-20', minutes: 50 }, { ...pushUps(10), tempo: '5-0-5-0' })
    await performed(api, ada, { on: '2026-11-21' }, { exercise: 'pull-up', sets: [{ reps: 5, rpe: 8, weightKg: -30 }] })
    const { days } = await load('?from=2026-11-19&to=2026-11-21')
    expect(days[0]).toMatchObject({ sessionLoad: 350, estimated: true, sets: { Push: 1, Pull: 0, Squat: 0 } })
    expect(days[0].volumeLoadKgReps).toBeCloseTo(fraction * 70 * 10, 6)
    expect(days[0].timeLoadKgSeconds.Push).toBeCloseTo(fraction * 70 * 10 * secondsPerRep, 6)
    expect(days[1].timeLoadKgSeconds.Push).toBeCloseTo(fraction * 80 * 10 * 10, 6)
    const pullUp = await libraryOf('pull-up')
    expect(days[2].volumeLoadKgReps).toBeCloseTo((pullUp.fraction * 80 - 30) * 5, 6)
    // the session has no duration, because it was recorded after its end
    expect(days[2].sessionLoad).toBeNull()
  })

  test('gives whole weeks, with the statistics of the worked example', async () => {
    for (const [on, minutes, rpe] of [
      ['2026-11-09', 50, 6],
      ['2026-11-11', 60, 7],
      ['2026-11-13', 45, 8],
    ] as const)
      await performed(api, ada, { on, minutes }, pushUps(8, rpe))
    const { weeks } = await load('?from=2026-11-12&to=2026-11-22')
    expect(weeks.map(({ week, isOver }: { week: string; isOver: boolean }) => [week, isOver])).toEqual([
      ['2026-W46', true],
      ['2026-W47', false],
    ])
    expect(weeks[0]).toMatchObject({
      total: 1080,
      mean: 154.29,
      deviation: 181.02,
      monotony: 0.852,
      strain: 920.51,
    })
    expect(weeks[1]).toMatchObject({ total: 0, monotony: null, strain: 0 })
  })

  test('names a session that is far above those before it', async () => {
    for (const daysAgo of [20, 15, 10]) await performed(api, ada, { on: ago(daysAgo) }, pushUps(10))
    const { id } = await performed(api, ada, { on: ago(3) }, pushUps(13))
    const { spikes, thresholds } = await load()
    expect(spikes).toEqual([
      expect.objectContaining({
        date: ago(3),
        sessionId: id,
        category: 'Push',
        ratio: expect.closeTo(1.3, 9),
        band: 'small',
        basis: '30d',
      }),
    ])
    expect(thresholds).toMatchObject({ noneMax: 1.1, smallMax: 1.3 })
  })

  test('counts a corrected set as if it had been right from the start, and no session that is not completed', async () => {
    const session = await performed(api, ada, { on: ago(3), minutes: 50 }, pushUps(10))
    const [set] = (await ada.get(session.path)).body.exercises[0].sets
    expectStatus(await ada.patch(`${session.exercises[0]}/sets/${set.id}`, { rpe: 9 }), 200)
    const open = await start(ada, { date: ago(3), exercises: [{ exercise: 'push-up' }] })
    await log(ada, open.exercises[0], { reps: 10, rpe: 10 })
    const [day] = (await load(`?from=${ago(3)}&to=${ago(3)}`)).days
    expect(day).toMatchObject({ sessions: 1, sessionLoad: 450 })
  })

  test.each([
    ['?from=2026-11-02&to=2026-11-01', ['400 MALFORMED_REQUEST', 'to VALUE']],
    ['?from=2025-01-01&to=2026-11-01', ['400 MALFORMED_REQUEST', 'to VALUE']],
    ['?days=28', ['400 MALFORMED_REQUEST', 'days UNKNOWN_PARAMETER']],
  ])('refuses %s', async (query, expected) => expect(problemOf(await ada.get(`/me/load${query}`))).toEqual(expected))

  test('counts no sessions of other athletes', async () => {
    const eve = await api.athlete()
    await performed(api, eve, { on: ago(1), minutes: 50 }, pushUps(10))
    expect((await load()).days.every(({ sessions }: { sessions: number }) => sessions === 0)).toBe(true)
  })

  test('needs the scope to read progress', async () => {
    const narrow = await api.athlete({ scopes: ['sessions:read'] })
    expect(problemOf(await narrow.get('/me/load'))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})
