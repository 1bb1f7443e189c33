import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { cleanUp } from '#orchestration/housekeeping/clean-up.js'
import { noteSecurity } from '#queries/security-log.js'
import { clientOf, type TestAthlete, testApi } from '#tests/support/api.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const api = await testApi()
const accounts = serveAccounts(() => api.environment)
const withKey = (key: string) => clientOf(api.fetch, key)

beforeEach(() => api.setNow('2026-11-22T12:10:00.000Z'))

const Body = z.looseObject({
  token: z.string().default(''),
  accessToken: z.string().default(''),
  user: z.looseObject({ id: z.string() }).default({ id: '' }),
})

type Row = { kind: string; detail: string | null; times: number; request_id: string; key_id: string | null }

const trailOf = (userId: string) =>
  api.db.rows<Row>(
    'select kind, detail, times, request_id, key_id from security_log where user_id = $1 order by at, id',
    [userId],
  )

const kindsOf = async (userId: string) =>
  (await trailOf(userId)).map(({ kind, detail, times }) => [kind, detail, times])

async function makeKey(athlete: TestAthlete, more = {}): Promise<{ id: string; key: string }> {
  return (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'], ...more })).body
}

/** Lets time pass for an athlete: the clock is the database's, so what happened moves back. */
async function passes(time: '1 day' | '1 hour', userId: string): Promise<void> {
  await api.db.rows('update api_keys set last_used_at = last_used_at - $2::interval where user_id = $1', [userId, time])
  await api.db.rows(
    'update security_log set at = at - $2::interval, period_start = period_start - $2::interval where user_id = $1',
    [userId, time],
  )
}

describe('the security log of an API key', () => {
  test('has one row a day, however often the key is used, even at once', async () => {
    const athlete = await api.athlete()
    const { id, key } = await makeKey(athlete)
    await Promise.all(Array.from({ length: 8 }, () => withKey(key).get('/me')))
    await withKey(key).get('/me')
    expect(await trailOf(athlete.id)).toMatchObject([{ kind: 'key-used', key_id: id, times: 1 }])
    await passes('1 day', athlete.id)
    await withKey(key).get('/me')
    expect(await kindsOf(athlete.id)).toEqual([
      ['key-used', null, 1],
      ['key-used', null, 1],
    ])
  })

  test('costs no further round trip', async () => {
    const { key } = await makeKey(await api.athlete())
    await withKey(key).get('/me')
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  test('counts by the hour that a revoked or expired key was used', async () => {
    const athlete = await api.athlete()
    const revoked = await makeKey(athlete)
    const expired = await makeKey(athlete, { expiresAt: '2026-11-22T12:20:00.000Z' })
    await athlete.post(`/me/keys/${revoked.id}/revoke`)
    await api.db.rows(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [expired.id])
    for (let n = 0; n < 3; n += 1) expect((await withKey(revoked.key).get('/me')).status).toBe(401)
    expect((await withKey(expired.key).get('/me')).status).toBe(401)
    await passes('1 hour', athlete.id)
    await withKey(revoked.key).get('/me')
    expect(await kindsOf(athlete.id)).toEqual([
      ['key-refused', 'revoked', 3],
      ['key-refused', 'expired', 1],
      ['key-refused', 'revoked', 1],
    ])
  })

  test('has no row for a key that does not exist', async () => {
    const before = await api.db.rows('select count(*)::integer as rows from security_log')
    const { key } = await makeKey(await api.athlete())
    await api.db.rows('delete from api_keys')
    await withKey(key).get('/me')
    expect(await api.db.rows('select count(*)::integer as rows from security_log')).toEqual(before)
  })
})

test('the security log counts refusals by operation and hour', async () => {
  const athlete = await api.athlete({ scopes: ['profile:read'] })
  for (let n = 0; n < 5; n += 1) await athlete.patch('/me', { name: 'Eve' })
  await athlete.get('/me/keys')
  expect(await kindsOf(athlete.id)).toEqual([
    ['refused', 'INSUFFICIENT_SCOPE me.patch', 5],
    ['refused', 'INSUFFICIENT_SCOPE keys.list', 1],
  ])
})

describe('the security log of an account', () => {
  const address = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`

  async function ask(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await accounts(
      new Request(`${testBaseUrl}/api/v1/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
      { ip: address() },
    )
    return { status: response.status, body: Body.parse(await response.json()) }
  }

  const newcomer = () => ({
    email: `${randomUUID()}@example.com`,
    password: 'correct horse battery',
    name: 'Ada',
    timeZone: 'UTC',
  })

  test('has sign-up, sign-in and sign-out with the request id, and no secret', async () => {
    const account = newcomer()
    const { email, password } = account
    const up = await ask('/sign-up/email', account, { 'x-request-id': 'signing-up' })
    const { body } = await ask('/sign-in/email', { email, password })
    await ask('/sign-out', {}, { authorization: `Bearer ${body.token}` })
    const trail = await trailOf(up.body.user.id)
    expect(trail.map(({ kind, times }) => [kind, times])).toEqual([
      ['signed-up', 1],
      ['signed-in', 1],
      ['signed-out', 1],
    ])
    expect(trail[0]?.request_id).toBe('signing-up')
    const everything = JSON.stringify(await api.db.rows('select * from security_log'))
    for (const secret of [email, password, body.token, body.accessToken, '2001:db8']) {
      expect(everything).not.toContain(secret)
    }
  })

  test('has one row an hour for failed sign-ins, in any case of the email address', async () => {
    const account = newcomer()
    const { body } = await ask('/sign-up/email', account)
    const wrong = { email: account.email.toUpperCase(), password: 'not the password' }
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask('/sign-in/email', wrong)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
    expect(await kindsOf(body.user.id)).toEqual([
      ['signed-up', null, 1],
      ['sign-in-failed', null, 4],
    ])
  })

  test('has no row for a failed sign-in without an account', async () => {
    const before = await api.db.rows('select count(*)::integer as rows from security_log')
    expect((await ask('/sign-in/email', { email: newcomer().email, password: 'not a password' })).status).toBe(401)
    expect(await api.db.rows('select count(*)::integer as rows from security_log')).toEqual(before)
  })

  test('changes no answer when it cannot be written, and reports the failure', async () => {
    const before = api.failures.length
    await api.db.rows('alter function app.note_security rename to note_nothing')
    const { status } = await ask('/sign-up/email', newcomer())
    await api.db.rows('alter function app.note_nothing rename to note_security')
    expect(status).toBe(200)
    expect(api.failures.length).toBe(before + 1)
  })
})

test('the security log of an athlete cannot be written by another', async () => {
  const [one, other] = [await api.athlete(), await api.athlete()]
  const entry = {
    id: randomUUID(),
    at: new Date(),
    kind: 'refused',
    keyId: null,
    requestId: 'r',
    detail: null,
  } as const
  await api.db.athlete(one.id).batch([noteSecurity({ ...entry, userId: other.id, period: 'hour' })])
  expect(await trailOf(other.id)).toEqual([])
})

test('the security log is deleted after a year', async () => {
  const athlete = await api.athlete({ scopes: ['profile:read'] })
  await athlete.get('/me/keys')
  await cleanUp(api.db.operator(), new Date('2027-11-22T12:00:00.000Z'))
  expect(await trailOf(athlete.id)).toHaveLength(1)
  await cleanUp(api.db.operator(), new Date('2027-11-22T13:00:00.000Z'))
  expect(await trailOf(athlete.id)).toEqual([])
})
