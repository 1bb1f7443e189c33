import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { performed, type Work } from '#tests/support/performed.js'
import { expectStatus, problemOf } from '#tests/support/session-api.js'

const api = await testApi()
const today = '2026-11-22'
const ago = (days: number) => addDays(today, -days)
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
})

const did = (daysAgo: number, ...works: Work[]) => performed(api, ada, { on: ago(daysAgo) }, ...works)
const pushUps = (set: object): Work => ({ exercise: 'push-up', sets: [{ reps: 8, rpe: 7, ...set }] })

async function warnings() {
  api.setNow(`${today}T20:00:00.000Z`)
  return expectStatus(await ada.get('/me/warnings'), 200).body
}

describe('GET /me/warnings', () => {
  test('is green without warnings, and says that it is never a diagnosis', async () => {
    const body = await warnings()
    expect(body).toEqual({
      date: today,
      bodyMassAssumed: true,
      overall: 'green',
      flags: [],
      note: 'A warning for your attention, never a diagnosis.',
      rulesVersion: '2026.2',
    })
    expect(api.requests.at(-1)).toMatchObject({ operation: 'recovery.getWarnings', roundTrips: 1 })
  })

  test('warns of pain in sets and check-ins, with the numbers behind it', async () => {
    await did(9, pushUps({ pain: 4, painSite: 'elbow' }))
    await did(2, pushUps({ pain: 5, painSite: 'elbow' }))
    api.setNow(`${today}T07:00:00.000Z`)
    expectStatus(await ada.post('/me/check-ins', { pain: 6, painSite: 'elbow' }), 201)
    const { flags, overall } = await warnings()
    expect(overall).toBe('red')
    expect(flags).toEqual([
      {
        code: 'PAIN_HIGH',
        severity: 'red',
        since: today,
        category: null,
        exercise: null,
        painSite: 'elbow',
        ruleId: 'warning.pain_high',
        inputs: { painMax7Days: 6 },
        thresholds: { painHighAbove: 5 },
        explanation:
          'Pain of 6 out of 10 (elbow) was noted in the last 7 days: leave out what hurts, and seek advice if it lasts.',
      },
      expect.objectContaining({
        code: 'PAIN_PERSISTENT',
        since: ago(9),
        painSite: 'elbow',
        inputs: { times: 2, painMax: 5 },
      }),
    ])
  })

  test('warns of a sudden load, with its category', async () => {
    for (const daysAgo of [20, 15, 10]) await did(daysAgo, pushUps({ reps: 10 }))
    await did(1, pushUps({ reps: 25 }))
    const { flags, overall } = await warnings()
    expect(overall).toBe('red')
    expect(flags).toEqual([
      expect.objectContaining({
        code: 'SESSION_SPIKE',
        severity: 'red',
        since: ago(1),
        category: 'Push',
        inputs: expect.objectContaining({ ratio: expect.closeTo(2.5, 9) }),
      }),
    ])
  })

  const archer = (left: number): Work => ({
    exercise: 'archer-push-up',
    sets: [1, 2, 3].flatMap((setNumber) => [
      { setNumber, side: 'left', reps: left, rpe: 8 },
      { setNumber, side: 'right', reps: 8, rpe: 8 },
    ]),
  })

  test('warns of a side that is weaker three times in a row', async () => {
    for (const daysAgo of [12, 9, 6]) await did(daysAgo, archer(8))
    expect((await warnings()).flags).toEqual([])
    await did(2, archer(6))
    const { flags, overall } = await warnings()
    expect(flags).toEqual([
      expect.objectContaining({
        code: 'ASYMMETRY',
        severity: 'amber',
        since: ago(2),
        exercise: expect.objectContaining({ slug: 'archer-push-up' }),
        inputs: { left: 6, right: 8, differencePercent: 25 },
      }),
    ])
    expect(overall).toBe('amber')
  })

  test('warns of the same work at a higher RPE', async () => {
    for (const [daysAgo, rpe] of [
      [12, 6.5],
      [9, 7],
      [6, 7],
    ] as const)
      await did(daysAgo, pushUps({ rpe }))
    await did(2, pushUps({ rpe: 9 }))
    expect((await warnings()).flags).toEqual([
      expect.objectContaining({ code: 'RPE_DRIFT', since: ago(2), inputs: { rpeLast: 9, rpeUsual: 7 } }),
    ])
  })

  test('warns no longer when a typing error is corrected', async () => {
    for (const daysAgo of [20, 15, 10]) await did(daysAgo, pushUps({ reps: 10 }))
    const session = await did(1, pushUps({ reps: 80 }))
    expect((await warnings()).flags.map(({ code }: { code: string }) => code)).toContain('SESSION_SPIKE')
    const [set] = (await ada.get(session.path)).body.exercises[0].sets
    expectStatus(await ada.patch(`${session.exercises[0]}/sets/${set.id}`, { reps: 8 }), 200)
    expect((await warnings()).flags).toEqual([])
  })

  test('refuses unknown parameters', async () => {
    expect(problemOf(await ada.get('/me/warnings?date=2026-11-01'))).toEqual([
      '400 MALFORMED_REQUEST',
      'date UNKNOWN_PARAMETER',
    ])
  })

  test('shows no pain of other athletes', async () => {
    const eve = await api.athlete()
    api.setNow(`${today}T07:00:00.000Z`)
    expectStatus(await eve.post('/me/check-ins', { pain: 9 }), 201)
    expect((await warnings()).flags).toEqual([])
  })

  test('needs the scope to read progress', async () => {
    const narrow = await api.athlete({ scopes: ['progress:write'] })
    expect(problemOf(await narrow.get('/me/warnings'))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})
