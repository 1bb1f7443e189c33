import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { eventsOf, performed } from '#tests/support/performed.js'
import { expectStatus, problemOf } from '#tests/support/session-api.js'

const api = await testApi()
const today = '2026-11-22'
const morning = `${today}T07:00:00.000Z`
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
  api.setNow(morning)
})

const fine = { sleep: 4, fatigue: 4, stress: 3, soreness: 3 }
const checkIn = async (body: object) => expectStatus(await ada.post('/me/check-ins', body), 201)

describe('POST /me/check-ins', () => {
  test('records a check-in of today, with null for everything that was not answered', async () => {
    const { body, headers } = await checkIn({ ...fine, restingHeartRateBpm: 54, hrvRmssdMs: 62.5, notes: 'Long day' })
    expect(body).toEqual({
      id: expect.any(String),
      date: today,
      ...fine,
      restingHeartRateBpm: 54,
      hrvRmssdMs: 62.5,
      pain: null,
      painSite: null,
      bodyMassKg: null,
      notes: 'Long day',
      version: 1,
      createdAt: morning,
      updatedAt: morning,
    })
    expect(headers.get('location')).toBe(`/api/v1/me/check-ins/${body.id}`)
    expect(headers.get('server-timing')).toContain('2 round trips')
    const read = await ada.get(`/me/check-ins/${body.id}`)
    expect(read.body).toEqual(body)
    expect(read.headers.get('etag')).toMatch(/^"1[."]/)
    expect(read.headers.get('server-timing')).toContain('1 round trip"')
  })

  test("takes today from the athlete's time zone", async () => {
    const kiwi = await api.athlete({ timeZone: 'Pacific/Auckland' })
    api.setNow(`${today}T11:30:00.000Z`)
    expect((await kiwi.post('/me/check-ins', fine)).body.date).toBe('2026-11-23')
  })

  test('records the body mass of the day, which outlives the check-in', async () => {
    const { body } = await checkIn({ date: '2026-11-20', bodyMassKg: 72.35 })
    const known = () =>
      api.db.rows(
        'select measured_on::text as on, body_mass_kg::float as kg from body_mass_entries where user_id = $1',
        [ada.id],
      )
    expect(await known()).toEqual([{ on: '2026-11-20', kg: 72.35 }])
    expectStatus(await ada.patch(`/me/check-ins/${body.id}`, { bodyMassKg: 72.4 }), 200)
    expectStatus(await ada.delete(`/me/check-ins/${body.id}`), 204)
    expect(await known()).toEqual([{ on: '2026-11-20', kg: 72.4 }])
    expect((await eventsOf(api, ada)).map(({ type }) => type)).toEqual([
      ...['checkIn.recorded', 'bodyMass.recorded', 'checkIn.recorded', 'bodyMass.recorded', 'checkIn.deleted'],
    ])
    expect((await checkIn({ date: '2026-11-20', sleep: 3 })).body.bodyMassKg).toBe(72.4)
  })

  test('refuses a second check-in of a day, even when ten are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.post('/me/check-ins', fine)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)])
    expect(problemOf(await ada.post('/me/check-ins', { sleep: 1 }))).toEqual(['409 CONFLICT'])
    expect((await eventsOf(api, ada)).map(({ type }) => type)).toEqual(['checkIn.recorded'])
  })

  test.each<[object, string[]]>([
    [{}, ['422 INVALID_INPUT', ' REQUIRED']],
    [{ date: '2026-11-20' }, ['422 INVALID_INPUT', ' REQUIRED']],
    [{ ...fine, date: '2026-11-23' }, ['422 DATE_IN_FUTURE']],
    [{ sleep: 0 }, ['422 INVALID_INPUT', '/sleep TOO_SMALL']],
    [{ pain: 11, stress: 2.5 }, ['422 INVALID_INPUT', '/stress TYPE', '/pain TOO_BIG']],
    [{ painSite: 'elbow' }, ['422 INVALID_INPUT', '/pain REQUIRED']],
    [{ painSite: 'soul', pain: 3 }, ['422 INVALID_INPUT', '/painSite VALUE']],
    [{ ...fine, version: 7 }, ['422 INVALID_INPUT', '/version UNKNOWN_FIELD']],
  ])('refuses %j', async (body, expected) => expect(problemOf(await ada.post('/me/check-ins', body))).toEqual(expected))

  test('refuses an id that another athlete has used', async () => {
    const { body } = await checkIn(fine)
    const eve = await api.athlete()
    expect(problemOf(await eve.post('/me/check-ins', { id: body.id, sleep: 1 }))).toEqual(['409 ID_TAKEN'])
  })
})

describe('GET /me/check-ins', () => {
  const days = (body: { data: { date: string }[] }) => body.data.map(({ date }) => date)

  test('lists check-ins in a range, newest first, page by page', async () => {
    for (let day = 16; day <= 22; day += 1) await checkIn({ ...fine, date: `2026-11-${day}` })
    const first = (await ada.get('/me/check-ins?from=2026-11-17&to=2026-11-21&limit=3')).body
    expect(days(first)).toEqual(['2026-11-21', '2026-11-20', '2026-11-19'])
    const next = await ada.get(`/me/check-ins?from=2026-11-17&to=2026-11-21&limit=3&cursor=${first.page.nextCursor}`)
    expect([days(next.body), next.body.page.nextCursor]).toEqual([['2026-11-18', '2026-11-17'], null])
  })

  test('refuses a range that ends before it begins', async () => {
    expect(problemOf(await ada.get('/me/check-ins?from=2026-11-17&to=2026-11-16'))).toEqual([
      '400 MALFORMED_REQUEST',
      'to VALUE',
    ])
  })

  test('refuses a cursor of another range', async () => {
    await checkIn({ ...fine, date: '2026-11-20' })
    await checkIn(fine)
    const { nextCursor } = (await ada.get('/me/check-ins?limit=1')).body.page
    expect(problemOf(await ada.get(`/me/check-ins?from=2026-11-01&limit=1&cursor=${nextCursor}`))).toEqual([
      '400 INVALID_CURSOR',
      'cursor VALUE',
    ])
  })

  test('lists no check-ins of another athlete', async () => {
    await checkIn(fine)
    expect((await (await api.athlete()).get('/me/check-ins')).body.data).toEqual([])
  })
})

describe('PATCH and DELETE /me/check-ins/{checkInId}', () => {
  test('clears what is null, and leaves the check-in alone when nothing changes', async () => {
    const { id } = (await checkIn({ ...fine, pain: 2, painSite: 'knee' })).body
    const path = `/me/check-ins/${id}`
    api.setNow(`${today}T08:00:00.000Z`)
    const changed = expectStatus(await ada.patch(path, { soreness: 2, pain: null, painSite: null }), 200)
    expect(changed.body).toMatchObject({ soreness: 2, pain: null, version: 2, updatedAt: `${today}T08:00:00.000Z` })
    expect((await ada.get(path)).body).toEqual(changed.body)
    const again = expectStatus(await ada.patch(path, { soreness: 2 }), 200)
    expect([again.body, again.headers.get('server-timing')?.includes('1 round trip"')]).toEqual([changed.body, true])
  })

  test('refuses another day', async () => {
    const { id } = (await checkIn(fine)).body
    const path = `/me/check-ins/${id}`
    expect(problemOf(await ada.patch(path, { date: '2026-11-20' }))).toEqual([
      '422 INVALID_INPUT',
      '/date UNKNOWN_FIELD',
    ])
  })

  test('refuses a body mass of null', async () => {
    const { id } = (await checkIn(fine)).body
    const path = `/me/check-ins/${id}`
    expect(problemOf(await ada.patch(path, { bodyMassKg: null }))).toEqual(['422 INVALID_INPUT', '/bodyMassKg TYPE'])
  })

  test('refuses a version that is out of date', async () => {
    const { id } = (await checkIn(fine)).body
    const path = `/me/check-ins/${id}`
    expectStatus(await ada.patch(path, { sleep: 1 }, { headers: { 'if-match': '"1"' } }), 200)
    expect(problemOf(await ada.patch(path, { sleep: 2 }, { headers: { 'if-match': '"1"' } }))).toEqual([
      '412 VERSION_MISMATCH',
    ])
    expect(problemOf(await ada.delete(path, { headers: { 'if-match': '"1"' } }))).toEqual(['412 VERSION_MISMATCH'])
    expectStatus(await ada.delete(path, { headers: { 'if-match': '"2"' } }), 204)
    expect(problemOf(await ada.get(path))).toEqual(['404 CHECK_IN_NOT_FOUND'])
  })

  test('does not find a check-in of another athlete', async () => {
    const { id } = (await checkIn(fine)).body
    const eve = await api.athlete()
    for (const answer of [
      await eve.get(`/me/check-ins/${id}`),
      await eve.patch(`/me/check-ins/${id}`, { sleep: 1 }),
      await eve.delete(`/me/check-ins/${id}`),
    ])
      expect(problemOf(answer)).toEqual(['404 CHECK_IN_NOT_FOUND'])
  })
})

describe('GET /me/readiness', () => {
  const readiness = async () => expectStatus(await ada.get('/me/readiness'), 200).body

  test('is unknown without a check-in, and says so', async () => {
    expect(await readiness()).toMatchObject({
      date: today,
      score: null,
      band: null,
      checkIn: null,
      ruleId: 'readiness.unknown',
      note: expect.stringContaining('never a diagnosis'),
    })
  })

  test("gives the score of today's check-in with its parts and the numbers behind them", async () => {
    for (const [index, bpm] of [50, 52, 51, 53, 49, 50, 52].entries()) {
      await checkIn({ date: addDays(today, -8 - index), restingHeartRateBpm: bpm })
    }
    await checkIn({ ...fine, restingHeartRateBpm: 54 })
    const { body, headers } = await ada.get('/me/readiness')
    expect(headers.get('server-timing')).toContain('1 round trip"')
    expect(body).toMatchObject({ score: 54, band: 'amber', ruleId: 'readiness.score', rulesVersion: '2026.2' })
    expect(body.parts).toEqual([
      { part: 'wellness', value: 62.5, weight: 0.6 },
      { part: 'restingHeartRate', value: expect.closeTo(29.29, 2), weight: 0.2 },
      { part: 'heartRateVariability', value: null, weight: 0.2 },
    ])
    expect(body.inputs).toMatchObject({
      sleep: 4,
      restingHeartRateZ: expect.closeTo(2.1213, 2),
      restingHeartRateDays: 7,
    })
  })

  test('lowers the band but not the score after pain in a session of the last week', async () => {
    const set = { reps: 8, pain: 6, painSite: 'elbow' }
    await performed(api, ada, { on: '2026-11-17' }, { exercise: 'push-up', sets: [set] })
    api.setNow(morning)
    await checkIn({ sleep: 5, fatigue: 5, stress: 5, soreness: 5 })
    expect(await readiness()).toMatchObject({ score: 100, band: 'red', painMax7Days: 6, ruleId: 'readiness.pain_red' })
  })

  test('still uses a check-in that is two days old, and not one that is three days old', async () => {
    await checkIn({ ...fine, date: '2026-11-20' })
    expect(await readiness()).toMatchObject({ score: 63, checkIn: { date: '2026-11-20' } })
    api.setNow('2026-11-23T07:00:00.000Z')
    expect(await readiness()).toMatchObject({ score: null, checkIn: null })
  })

  test('refuses unknown parameters', async () => {
    expect(problemOf(await ada.get('/me/readiness?date=2026-11-20'))).toEqual([
      '400 MALFORMED_REQUEST',
      'date UNKNOWN_PARAMETER',
    ])
  })

  test('needs the scope to read progress', async () => {
    const narrow = await api.athlete({ scopes: ['sessions:read', 'progress:write'] })
    expect(problemOf(await narrow.get('/me/readiness'))).toEqual(['403 INSUFFICIENT_SCOPE'])
    expect(problemOf(await narrow.get('/me/check-ins'))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})
