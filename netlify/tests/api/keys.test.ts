import { describe, expect, it } from 'vitest'
import { clientOf, testApi } from '#tests/support/api.js'
import { withClient } from '#tests/support/with-client.js'

const api = await testApi()
const withKey = (key: string) => clientOf(api.fetch, key)

describe('an API key', () => {
  it('is shown once, works within its scopes, and records when it was used', async () => {
    const athlete = await api.athlete({ name: 'Ada' })
    const made = await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] })
    expect(made.status).toBe(201)
    expect(made.body.key).toMatch(/^ciq_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/)
    const watch = withKey(made.body.key)
    expect((await watch.get('/me')).body.name).toBe('Ada')
    const beyond = await watch.patch('/me', { name: 'Eve' })
    expect([beyond.status, beyond.body.code]).toEqual([403, 'INSUFFICIENT_SCOPE'])
    const { body } = await athlete.get(`/me/keys/${made.body.id}`)
    expect(body.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(body)).not.toContain(made.body.key)
    const stored = await api.db.rows(`select * from api_keys where id = $1`, [made.body.id])
    expect(JSON.stringify(stored)).not.toContain(made.body.key)
  })

  it('is neither shown again to a repeat nor kept for it', async () => {
    const athlete = await api.athlete()
    const headers = { 'idempotency-key': 'make-a-key' }
    const first = await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] }, { headers })
    const again = await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] }, { headers })
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect([again.body.id, again.body.key]).toEqual([first.body.id, null])
    const kept = await api.db.rows(`select * from idempotency_keys where user_id = $1`, [athlete.id])
    expect(JSON.stringify(kept)).not.toContain(first.body.key)
  })

  it('is refused on the next request after it was revoked', async () => {
    const athlete = await api.athlete()
    const make = async (more = {}) =>
      (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'], ...more })).body
    const revoked = await make()
    await athlete.post(`/me/keys/${revoked.id}/revoke`)
    expect((await withKey(revoked.key).get('/me')).status).toBe(401)
  })

  it('is refused on the next request after it was rotated', async () => {
    const athlete = await api.athlete()
    const make = async (more = {}) =>
      (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'], ...more })).body
    const old = await make()
    const rotated = await athlete.post(`/me/keys/${old.id}/rotate`)
    expect((await withKey(old.key).get('/me')).status).toBe(401)
    expect((await withKey(rotated.body.key).get('/me')).status).toBe(200)
  })

  it('rotates itself, with the same scopes and the same end, but no other key', async () => {
    const athlete = await api.athlete()
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const terms = { name: 'Watch', scopes: ['keys:write', 'profile:read'], expiresAt }
    const [old, other] = [await athlete.post('/me/keys', terms), await athlete.post('/me/keys', terms)]
    const watch = withKey(old.body.key)
    const foreign = await watch.post(`/me/keys/${other.body.id}/rotate`)
    expect([foreign.status, foreign.body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
    const rotated = await watch.post(`/me/keys/${old.body.id}/rotate`)
    expect([rotated.status, rotated.body]).toMatchObject([201, terms])
    expect((await watch.get('/me')).status).toBe(401)
    const successor = withKey(rotated.body.key)
    expect((await successor.get('/me')).status).toBe(200)
    expect((await successor.post(`/me/keys/${rotated.body.id}/rotate`)).body).toMatchObject(terms)
    expect((await athlete.get(`/me/keys/${other.body.id}`)).body.revokedAt).toBeNull()
  })

  it('makes no key, so that nothing outlives it', async () => {
    const athlete = await api.athlete()
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const made = await athlete.post('/me/keys', { name: 'Watch', scopes: ['keys:write', 'sessions:read'], expiresAt })
    const child = await withKey(made.body.key).post('/me/keys', { name: 'Child', scopes: ['sessions:read'] })
    expect([child.status, child.body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
    expect((await athlete.get('/me/keys')).body.data).toHaveLength(1)
  })

  it('is not rotated after its end, and is to the last moment before', async () => {
    const athlete = await api.athlete()
    const end = Date.now() + 60_000
    const terms = { name: 'Watch', scopes: ['keys:write'], expiresAt: new Date(end).toISOString() }
    const made = await athlete.post('/me/keys', terms)
    const at = (instant: number) => api.servedWith(athlete, { clock: () => new Date(instant) })
    const { body: last } = await at(end - 1).post(`/me/keys/${made.body.id}/rotate`)
    expect(last).toMatchObject(terms)
    const late = await at(end).post(`/me/keys/${last.id}/rotate`)
    expect([late.status, late.body.code, late.body.detail]).toEqual([
      409,
      'CONFLICT',
      'The key has expired: create a new one.',
    ])
    const revoked = await athlete.post(`/me/keys/${made.body.id}/rotate`)
    expect([revoked.status, revoked.body.detail]).toEqual([409, 'The key is revoked: create a new one.'])
    expect((await athlete.get('/me/keys')).body.data).toHaveLength(2)
  })

  it('has its use noted once a minute, so that a request neither waits for the row nor writes it', async () => {
    const athlete = await api.athlete()
    const { id, key } = (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] })).body
    const rowOf = async () => (await api.db.rows('select xmin, last_used_at from api_keys where id = $1', [id]))[0]
    await withKey(key).get('/me')
    const noted = await rowOf()
    await Promise.all(Array.from({ length: 10 }, () => withKey(key).get('/me')))
    expect(await rowOf()).toEqual(noted)
    await api.db.rows(`update api_keys set last_used_at = now() - interval '61 seconds' where id = $1`, [id])
    const due = await rowOf()
    await withClient(api.db.url, async (holder) => {
      await holder.query('begin')
      await holder.query('select from api_keys where id = $1 for update', [id])
      expect((await withKey(key).get('/me')).status).toBe(200)
      await holder.query('rollback')
    })
    expect(await rowOf()).toEqual(due)
    await withKey(key).get('/me')
    expect(await rowOf()).not.toEqual(due)
  })

  it('is refused once it has expired by the clock of the database, whatever that of the process says', async () => {
    const athlete = await api.athlete()
    const { id, key } = (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] })).body
    const behind = { clock: () => new Date(Date.now() - 65_000) }
    await api.db.rows(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [id])
    expect((await api.servedWith({ ...athlete, token: key }, behind).get('/me')).status).toBe(401)
  })

  it('is refused once it has expired', async () => {
    const athlete = await api.athlete()
    const make = async (more = {}) =>
      (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'], ...more })).body
    const short = await make({ expiresAt: new Date(Date.now() + 50).toISOString() })
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect((await withKey(short.key).get('/me')).status).toBe(401)
  })

  it('costs no database look-up when its checksum is wrong', async () => {
    const made = `ciq_${'a'.repeat(43)}_aaaaaa`
    expect((await withKey(made).get('/me')).status).toBe(401)
    expect(api.requests.at(-1)?.roundTrips).toBe(0)
  })

  it('has no more scopes than the sign-in that makes it', async () => {
    const athlete = await api.athlete({ scopes: ['keys:write', 'profile:read'] })
    const { status, body } = await athlete.post('/me/keys', { name: 'B', scopes: ['sessions:write'] })
    expect([status, body.code]).toEqual([403, 'KEY_SCOPES'])
  })

  it('is neither seen nor revoked by another athlete', async () => {
    const [one, other] = [await api.athlete(), await api.athlete()]
    const made = await one.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] })
    expect((await other.get(`/me/keys/${made.body.id}`)).status).toBe(404)
    expect((await other.post(`/me/keys/${made.body.id}/revoke`)).status).toBe(404)
    expect((await other.get('/me/keys')).body.data).toEqual([])
  })

  it.each([
    ['no scopes', { name: 'A', scopes: [] }],
    ['an unknown scope', { name: 'A', scopes: ['everything'] }],
    ['a scope twice', { name: 'A', scopes: ['profile:read', 'profile:read'] }],
    ['an end in the past', { name: 'A', scopes: ['profile:read'], expiresAt: '2020-01-01T00:00:00Z' }],
    ['a key that the caller chose', { name: 'A', scopes: ['profile:read'], key: 'ciq_mine' }],
  ])('is not created with %s', async (_, body) => {
    const athlete = await api.athlete()
    expect((await athlete.post('/me/keys', body)).status).toBe(422)
  })
})
