import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { holdConsent } from '#queries/consents.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, problemOf, start } from '#tests/support/session-api.js'
import { withClient } from '#tests/support/with-client.js'

const api = await testApi()
const path = '/me/consents/health-data'
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete({ consents: false })
  api.setNow('2026-11-22T12:00:00.000Z')
})

const consent = async (given: boolean) => expectStatus(await ada.put(path, { given }), 200)
const hurting = { sleep: 2, restingHeartRateBpm: 61, pain: 7, painSite: 'elbow', notes: 'It hurts' }
const stored = async () => (await api.db.rows('select from check_ins where user_id = $1', [ada.id])).length

describe('a consent that was withdrawn', () => {
  test('lets no check-in in, says how to give it, and computes no readiness', async () => {
    await consent(true)
    await consent(false)
    const refused = await ada.post('/me/check-ins', hurting)
    expect(problemOf(refused)).toEqual([
      '403 CONSENT_NEEDED',
      ...Object.keys(hurting).map((field) => `/${field} CONSENT_NEEDED`),
    ])
    expect(refused.body.detail).toContain('PUT /me/consents/health-data with {"given": true}')
    expect(problemOf(await ada.get('/me/readiness'))).toEqual(['403 CONSENT_NEEDED'])
    expect(await stored()).toBe(0)
  })

  test('lets a set in without its pain', async () => {
    const { exercises } = await start(ada)
    const set = { reps: 8, rpe: 8, pain: 3, painSite: 'elbow' }
    const refused = await ada.post(`${exercises[0]}/sets`, set)
    expect(problemOf(refused)).toEqual(['403 CONSENT_NEEDED', '/pain CONSENT_NEEDED', '/painSite CONSENT_NEEDED'])
    expectStatus(await ada.post(`${exercises[0]}/sets`, { ...set, pain: undefined, painSite: undefined }), 201)
  })

  test('leaves what was written in sight, and lets it be taken away', async () => {
    await consent(true)
    const { exercises } = await start(ada)
    const set = await log(ada, exercises[0], { reps: 8, pain: 3, painSite: 'elbow' })
    const { body: checkIn } = expectStatus(await ada.post('/me/check-ins', hurting), 201)
    await consent(false)
    expect((await ada.get(set)).body).toMatchObject({ pain: 3, painSite: 'elbow' })
    expect((await ada.patch(set, { pain: null, painSite: null })).body).toMatchObject({ pain: null, painSite: null })
    expect((await ada.patch(`/me/check-ins/${checkIn.id}`, { notes: null })).body).toMatchObject({ notes: null })
    expectStatus(await ada.delete(`/me/check-ins/${checkIn.id}`), 204)
  })

  test('repeats what was done before under its key, and does it no second time', async () => {
    await consent(true)
    const headers = { 'idempotency-key': 'this-morning' }
    const first = expectStatus(await ada.post('/me/check-ins', hurting, { headers }), 201)
    await consent(false)
    expect((await ada.post('/me/check-ins', hurting, { headers })).body).toEqual(first.body)
    expectStatus(await ada.post('/me/check-ins', { ...hurting, date: '2026-11-21' }), 403)
    expect(await stored()).toBe(1)
  })

  test('is asked of an API key as of the athlete', async () => {
    const scopes = ['progress:write', 'privacy:write']
    const { key } = expectStatus(await ada.post('/me/keys', { name: 'Watch', scopes }), 201).body
    const headers = { authorization: `Bearer ${key}` }
    expectStatus(await ada.post('/me/check-ins', hurting, { headers }), 403)
    await consent(true)
    expectStatus(await ada.post('/me/check-ins', hurting, { headers }), 201)
  })
})

describe('a refused request', () => {
  test('succeeds under the same key once the consent is given', async () => {
    const headers = { 'idempotency-key': 'too-early' }
    expectStatus(await ada.post('/me/check-ins', hurting, { headers }), 403)
    await consent(true)
    expectStatus(await ada.post('/me/check-ins', hurting, { headers }), 201)
  })

  test('of an account that is gone says that it is gone', async () => {
    await api.db.rows('delete from users where id = $1', [ada.id])
    for (const answer of [await ada.get('/me/check-ins'), await ada.post('/me/check-ins', hurting)])
      expect(problemOf(answer)).toEqual(['404 ACCOUNT_NOT_FOUND'])
  })
})

describe('a withdrawal while check-ins are on their way', () => {
  test('once it is answered, lets none in that begins later', async () => {
    for (let round = 0; round < 10; round += 1) {
      await consent(true)
      const day = `2026-10-${String(round + 10)}`
      const racing = Array.from({ length: 4 }, () => ada.post('/me/check-ins', { ...hurting, date: day }))
      const withdrawn = consent(false).then(stored)
      const early = await Promise.all(racing)
      const counted = await withdrawn
      for (const { status, body } of early) expect([201, 403, 409], JSON.stringify(body)).toContain(status)
      const late = await Promise.all(
        Array.from({ length: 4 }, () => ada.post('/me/check-ins', { ...hurting, date: `2026-09-${round + 10}` })),
      )
      expect(late.map(({ status }) => status)).toEqual([403, 403, 403, 403])
      expect(await stored(), 'nothing was written after the answer').toBe(counted)
    }
  })

  test('stops one that has read it as given, and not yet written', async () => {
    await consent(true)
    const [read, withdrawn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const { database } = api.environment
    const batch: typeof database.batch = async (statements, options) => {
      const writes = statements.some(({ name }) => name === 'insertCheckIn')
      if (writes) read.resolve()
      if (writes) await withdrawn.promise
      return database.batch(statements, options)
    }
    const begun = api.servedWith(ada, { database: { ...database, batch } }).post('/me/check-ins', hurting)
    await read.promise
    await consent(false)
    withdrawn.resolve()
    expect(problemOf(await begun)[0]).toBe('403 CONSENT_NEEDED')
    expect(await stored()).toBe(0)
  })

  test('waits for one that is being written', async () => {
    await consent(true)
    const { text, values } = holdConsent({ userId: ada.id, purpose: 'health-data' })
    const order: string[] = []
    const answered = await withClient(api.db.url, async (client) => {
      await client.query('begin')
      await client.query(text, [...values])
      const withdrawal = consent(false).then(() => order.push('withdrawn'))
      await setTimeout(200)
      order.push('written')
      await client.query('commit')
      return withdrawal
    })
    expect(answered).toBe(2)
    expect(order).toEqual(['written', 'withdrawn'])
  })

  test('that is not committed yet is waited for', async () => {
    await consent(true)
    const answer = await withClient(api.db.url, async (client) => {
      await client.query('begin')
      await client.query('update consents set given = false, version = version + 1 where user_id = $1', [ada.id])
      const begun = ada.post('/me/check-ins', hurting)
      await setTimeout(200)
      expect(await stored()).toBe(0)
      await client.query('commit')
      return begun
    })
    expect(problemOf(answer)[0]).toBe('403 CONSENT_NEEDED')
    expect(await stored()).toBe(0)
  })
})

test('an erasure while a check-in is on its way waits for nobody who waits for it', async () => {
  await consent(true)
  const answer = await withClient(api.db.url, async (client) => {
    await client.query('begin')
    await client.query('select from users where id = $1 for update', [ada.id])
    const begun = ada.post('/me/check-ins', hurting)
    await setTimeout(200)
    await client.query(`set local lock_timeout = '200ms'`)
    await client.query('delete from users where id = $1', [ada.id])
    await client.query('commit')
    return begun
  })
  expect(problemOf(answer)).toEqual(['404 ACCOUNT_NOT_FOUND'])
})
