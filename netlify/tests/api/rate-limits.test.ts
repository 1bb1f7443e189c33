import { describe, expect, it } from 'vitest'
import { clientOf, type TestAthlete, testApi } from '#tests/support/api.js'
import { testEnvironment } from '#tests/support/environment.js'
import { expectStatus } from '#tests/support/session-api.js'
import { withClient } from '#tests/support/with-client.js'

// a window that no test outlives
const window = { RATE_LIMIT_WINDOW_SECONDS: '86400' }
const api = await testApi({ env: { ...window, RATE_LIMIT_REQUESTS: '5' } })
/** Another process, as far as quotas go. */
const elsewhere = (settings: Record<string, string> = {}) => {
  const given = { ...window, RATE_LIMIT_REQUESTS: '5', ...settings, DATABASE_URL: api.db.url }
  const { config, leases, spentQuotas } = testEnvironment(given, { database: api.environment.database })
  return { config, leases, spentQuotas }
}

const remainingOf = (headers: Headers) => Number(/;r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1])
const times = (count: number) => Array.from({ length: count }, (_, n) => n)

async function statusesOf(
  count: number,
  ask: (n: number) => Promise<{ status: number }>,
): Promise<Record<number, number>> {
  const answers = await Promise.all(times(count).map(ask))
  const byStatus = Map.groupBy(answers, ({ status }) => status)
  return Object.fromEntries([...byStatus].map(([status, { length }]) => [status, length]))
}

describe('the quota of an athlete', () => {
  it('is counted in the round trip of each request, and the answer says what is left', async () => {
    const { headers } = await (await api.athlete()).get('/me')
    expect(headers.get('ratelimit-policy')).toBe('"default";q=5;w=86400')
    expect(headers.get('ratelimit')).toMatch(/^"default";r=4;t=\d+$/)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  it('says by the clock of the database when the window ends', async () => {
    const { headers } = await (await api.athlete()).get('/me')
    const told = Number(/t=(\d+)$/.exec(headers.get('ratelimit') ?? '')?.[1])
    const [clock] = await api.db.rows<{ left: number }>(
      'select 86400 - extract(epoch from now())::bigint % 86400 as left',
    )
    expect(Math.abs(told - Number(clock?.left))).toBeLessThanOrEqual(2)
  })

  it('refuses requests above it until the window ends, and writes nothing for them', async () => {
    const athlete = api.servedWith(await api.athlete(), elsewhere({ RATE_LIMIT_WINDOW_SECONDS: '2' }))
    let n = 0
    let refused = await athlete.patch('/me', { name: 'Ada 0' })
    while (refused.status === 200) {
      n += 1
      expect(n).toBeLessThan(20)
      refused = await athlete.patch('/me', { name: `Ada ${n}` })
    }
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 429, code: 'RATE_LIMITED' })
    const seconds = Number(refused.headers.get('retry-after'))
    expect([1, 2]).toContain(seconds)
    expect(refused.headers.get('ratelimit')).toBe(`"default";r=0;t=${seconds}`)
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    expect(expectStatus(await athlete.get('/me'), 200).body.name).toBe(`Ada ${n - 1}`)
  })

  it('admits no more requests than it allows when many arrive at once', async () => {
    const athlete = await api.athlete()
    expect(await statusesOf(20, () => athlete.get('/me'))).toEqual({ 200: 5, 429: 15 })
  })

  it('is not used up by other athletes', async () => {
    const [one, other] = [await api.athlete(), await api.athlete()]
    await statusesOf(6, () => one.get('/me'))
    expect((await other.get('/me')).status).toBe(200)
  })
})

describe('the quota, when a request is refused before its work', () => {
  const refusals: [string, number, (athlete: TestAthlete) => Promise<{ status: number; headers: Headers }>][] = [
    ['an unknown field', 422, (athlete) => athlete.patch('/me', { x: 1 })],
    ['a version that does not exist', 412, (athlete) => athlete.patch('/me', {}, { headers: { 'if-match': '"9.x"' } })],
    [
      'a precondition that cannot be read',
      400,
      (athlete) => athlete.patch('/me', {}, { headers: { 'if-match': 'x' } }),
    ],
    ['an unknown parameter', 400, (athlete) => athlete.get('/me?x=1')],
    ['an unacceptable answer', 406, (athlete) => athlete.get('/me', { headers: { accept: 'text/plain' } })],
    ['a media type', 415, (athlete) => athlete.patch('/me', {}, { headers: { 'content-type': 'text/plain' } })],
    ['a body that is too large', 413, (athlete) => athlete.patch('/me', { name: 'x'.repeat(1_048_577) })],
    ['something that is not there', 404, (athlete) => athlete.get('/sessions/0198c0de-7a11-7000-8000-00000000dead')],
  ]

  it.each(refusals)('counts %s, and answers 429 once it is used up', async (_, status, ask) => {
    const athlete = await api.athlete()
    expect(remainingOf((await ask(athlete)).headers)).toBe(4)
    expect(await statusesOf(19, () => ask(athlete))).toEqual({ [status]: 4, 429: 15 })
  })

  it('counts a missing scope, in one round trip with the note in the security log', async () => {
    const athlete = await api.athlete({ scopes: ['profile:read'] })
    expectStatus(await athlete.get('/me/keys'), 403)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(await statusesOf(19, () => athlete.get('/me/keys'))).toEqual({ 403: 4, 429: 15 })
    const noted = await api.db.rows('select sum(times)::integer as times from security_log where user_id = $1', [
      athlete.id,
    ])
    expect(noted).toEqual([{ times: 5 }])
  })

  it('counts a missing scope although the note cannot be written, and reports that', async () => {
    const athlete = await api.athlete({ scopes: ['profile:read'] })
    const before = api.failures.length
    await api.db.rows('alter function app.note_security rename to note_nothing')
    const { headers } = expectStatus(await athlete.get('/me/keys'), 403)
    await api.db.rows('alter function app.note_nothing rename to note_security')
    expect([remainingOf(headers), api.failures.length]).toEqual([4, before + 1])
  })

  it('counts 600 of 700 requests at the default quota', async () => {
    const athlete = api.servedWith(await api.athlete(), elsewhere({ RATE_LIMIT_REQUESTS: '600' }))
    const seen = []
    for (const _ of times(7)) seen.push(await statusesOf(100, () => athlete.patch('/me', { x: 1 })))
    expect(seen).toEqual([...Array(6).fill({ 422: 100 }), { 429: 100 }])
  }, 30_000)

  it('does not answer what it cannot count in time', async () => {
    const settings = elsewhere({ REQUEST_DEADLINE_MS: '300' })
    const athlete = api.servedWith(await api.athlete(), settings)
    expectStatus(await athlete.patch('/me', { x: 1 }), 422)
    await withClient(api.db.url, async (holder) => {
      await holder.query('begin')
      await holder.query('select from request_counts where caller = $1 for update', [`athlete:${athlete.id}`])
      const { status, body } = await athlete.patch('/me', { x: 1 })
      expect([status, body.code]).toEqual([504, 'DEADLINE_EXCEEDED'])
      await holder.query('rollback')
    })
    expect(remainingOf((await athlete.patch('/me', { x: 1 })).headers)).toBe(3)
  })

  it('counts what fails in the database', async () => {
    const athlete = await api.athlete()
    await api.db.rows('alter table check_ins rename to check_ins_away')
    const { status, headers } = await athlete.get('/me/check-ins')
    await api.db.rows('alter table check_ins_away rename to check_ins')
    expect([status, remainingOf(headers)]).toEqual([500, 4])
  })
})

describe('a caller whose quota is used up', () => {
  const spent = async () => {
    const athlete = await api.athlete()
    expect(await statusesOf(6, () => athlete.get('/me'))).toEqual({ 200: 5, 429: 1 })
    return athlete
  }

  it('is refused without a round trip, by what this process remembers', async () => {
    const athlete = await spent()
    const { headers } = expectStatus(await athlete.get('/me'), 429)
    expect(api.requests.at(-1)?.roundTrips).toBe(0)
    expect(headers.get('ratelimit')).toBe(`"default";r=0;t=${headers.get('retry-after')}`)
  })

  it('is refused before the body is read', async () => {
    const athlete = await spent()
    let isRead = false
    const body = new ReadableStream<Uint8Array>(
      {
        pull: () => {
          isRead = true
        },
      },
      { highWaterMark: 0 },
    )
    const headers = { authorization: `Bearer ${athlete.token}`, 'content-type': 'application/json' }
    const { status } = await api.fetch('/me', { method: 'PATCH', headers, body, duplex: 'half' })
    expect([status, isRead]).toEqual([429, false])
  })

  it('is refused by the database in a process that does not know them', async () => {
    const athlete = api.servedWith(await spent(), elsewhere())
    expectStatus(await athlete.get('/me'), 429)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  it('is told about a key without a look-up', async () => {
    const athlete = await api.athlete()
    const { body } = await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] })
    const watch = clientOf(api.fetch, body.key)
    expect(await statusesOf(6, () => watch.get('/me'))).toEqual({ 200: 5, 429: 1 })
    await api.db.rows('alter function app.identify_key rename to identify_nothing')
    const { status } = await watch.get('/me')
    await api.db.rows('alter function app.identify_nothing rename to identify_key')
    expect(status).toBe(429)
  })
})

describe('the quota of an account', () => {
  const wide = elsewhere({ RATE_LIMIT_ACCOUNT_REQUESTS: '12' })
  const makeKey = async (athlete: TestAthlete) =>
    expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] }), 201).body
  const withKey = (athlete: TestAthlete, token: string) => api.servedWith({ ...athlete, token }, wide)

  it('is three times that of a caller, unless it is set', () => {
    expect(api.config.http.quota).toEqual({ requests: 5, accountRequests: 15, windowSeconds: 86_400 })
  })

  it('holds for all keys and sign-ins together', async () => {
    const athlete = api.servedWith(await api.athlete(), wide)
    const keys = [await makeKey(athlete), await makeKey(athlete), await makeKey(athlete)]
    const seen: Record<number, number>[] = []
    for (const { key } of keys) seen.push(await statusesOf(6, () => withKey(athlete, key).get('/me')))
    // three requests made the keys, which leaves nine
    expect(seen).toEqual([{ 200: 5, 429: 1 }, { 200: 4, 429: 2 }, { 429: 6 }])
    const { headers, body } = expectStatus(await athlete.get('/me'), 429)
    expect(headers.get('ratelimit-policy')).toBe('"account";q=12;w=86400')
    expect(headers.get('ratelimit')).toMatch(/^"account";r=0;t=\d+$/)
    expect(body.detail).toContain('together')
  })

  it('is named in the headers as soon as it ends before that of the caller', async () => {
    const athlete = api.servedWith(await api.athlete(), wide)
    const [one, other] = [await makeKey(athlete), await makeKey(athlete)]
    await statusesOf(5, () => withKey(athlete, one.key).get('/me'))
    const policies = []
    for (const _ of times(2)) {
      const { headers } = await withKey(athlete, other.key).get('/me')
      policies.push(headers.get('ratelimit-policy'), remainingOf(headers))
    }
    expect(policies).toEqual(['"default";q=5;w=86400', 4, '"default";q=5;w=86400', 3])
    await statusesOf(2, () => athlete.get('/me'))
    const { headers } = await withKey(athlete, other.key).get('/me')
    expect([headers.get('ratelimit-policy'), remainingOf(headers)]).toEqual(['"account";q=12;w=86400', 0])
  })

  it('is passed by no more than the number of callers less one when they ask at the same time', async () => {
    const settings = elsewhere({ RATE_LIMIT_REQUESTS: '100', RATE_LIMIT_ACCOUNT_REQUESTS: '30' })
    const athlete = api.servedWith(await api.athlete(), settings)
    const keys = [await makeKey(athlete), await makeKey(athlete), await makeKey(athlete), await makeKey(athlete)]
    const callers = keys.map(({ key }) => api.servedWith({ ...athlete, token: key }, settings))
    const seen = await statusesOf(80, async (n) => (callers[n % 4] ?? athlete).get('/me'))
    expect(seen[200], JSON.stringify(seen)).toBeGreaterThanOrEqual(26)
    expect(seen[200], JSON.stringify(seen)).toBeLessThanOrEqual(26 + 3)
    expect(seen[429]).toBe(80 - (seen[200] ?? 0))
  })

  it('does not begin anew with a key that is rotated', async () => {
    const athlete = api.servedWith(await api.athlete(), elsewhere({ RATE_LIMIT_ACCOUNT_REQUESTS: '9' }))
    const first = await makeKey(athlete)
    expect(await statusesOf(6, () => withKey(athlete, first.key).get('/me'))).toEqual({ 200: 5, 429: 1 })
    const { body } = expectStatus(await athlete.post(`/me/keys/${first.id}/rotate`), 201)
    const served = api.servedWith({ ...athlete, token: body.key }, elsewhere({ RATE_LIMIT_ACCOUNT_REQUESTS: '9' }))
    expect(await statusesOf(6, () => served.get('/me'))).toEqual({ 200: 2, 429: 4 })
  })
})

describe('processes whose clocks are apart', () => {
  it('count one quota', async () => {
    const athlete = await api.athlete()
    const at = (seconds: number) => ({ ...elsewhere(), clock: () => new Date(Date.now() + seconds * 1000) })
    const clients = [at(0), at(65)].map((parts) => api.servedWith(athlete, parts))
    expect(await statusesOf(20, async (n) => (clients[n % 2] ?? athlete).get('/me'))).toEqual({ 200: 5, 429: 15 })
  })
})

describe('a database whose clock is behind that of the one before it', () => {
  const windowsAhead = (athlete: TestAthlete, windows: number) =>
    api.db.rows(
      `update request_counts
      set window_start = date_trunc('day', now(), 'UTC') + make_interval(days => $2::integer)
      where caller = $1`,
      [`athlete:${athlete.id}`, windows],
    )

  it('goes on with the window that it finds', async () => {
    const athlete = await api.athlete()
    await statusesOf(3, () => athlete.get('/me'))
    await windowsAhead(athlete, 1)
    const { headers } = await athlete.get('/me')
    expect(remainingOf(headers)).toBe(1)
    expect(headers.get('ratelimit')).toMatch(/t=86400$/)
  })

  it('begins anew when that window is further away than one', async () => {
    const athlete = await api.athlete()
    await statusesOf(3, () => athlete.get('/me'))
    await windowsAhead(athlete, 2)
    expect(remainingOf((await athlete.get('/me')).headers)).toBe(4)
  })
})
