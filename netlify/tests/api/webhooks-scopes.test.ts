import { describe, expect, test } from 'vitest'
import type { Scope } from '#domain/account/principal.js'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { webhookSender } from '#infrastructure/webhooks/send.js'
import { deliverDue } from '#orchestration/webhooks/deliver-due.js'
import { type Client, clientOf, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus } from '#tests/support/session-api.js'
import { startReceiver } from '#tests/support/webhook-receiver.js'

const api = await testApi({ env: { WEBHOOKS_ALLOW_PRIVATE: 'true' } })
// an address of nobody's, so that nothing has to be looked up
const url = 'https://192.0.3.1/hook'

type Key = Client & { readonly id: string; readonly key: string }

async function keyOf(athlete: Client, scopes: readonly Scope[], more: object = {}): Promise<Key> {
  const { id, key } = expectStatus(await athlete.post('/me/keys', { name: 'Collector', scopes, ...more }), 201).body
  return { id, key, ...clientOf(api.fetch, key) }
}

async function registerBy(caller: Client, eventTypes: readonly string[], to = url): Promise<string> {
  return expectStatus(await caller.post('/me/webhooks', { url: to, eventTypes }), 201).body.id
}

const deliver = () =>
  deliverDue({
    database: api.db.operator(),
    secrets: secretBox(api.config.auth.secret),
    send: webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 1_000 }),
    random: () => 0,
  })

const checkIn = { sleep: 4 }
const weigh = (athlete: Client, bodyMassKg: number) => athlete.patch('/me', { bodyMassKg })

async function queued(athlete: TestAthlete): Promise<unknown> {
  return api.db.rows(
    'select event_type, last_error from webhook_deliveries where user_id = $1 order by created_at, event_type',
    [athlete.id],
  )
}

const refused = { status: 403, body: { code: 'WEBHOOK_SCOPES' } }

describe('a key that may write webhooks alone', () => {
  test('gets no event by a webhook that its scopes do not read', async () => {
    const ada = await api.athlete()
    const key = await keyOf(ada, ['webhooks:write'])
    const eventTypes = ['checkIn.recorded', 'bodyMass.recorded', 'set.logged', 'session.completed', 'key.created']
    const answer = await key.post('/me/webhooks', { url, eventTypes: [...eventTypes, 'profile.changed'] })
    expect(answer).toMatchObject(refused)
    expect(answer.body.errors).toEqual(
      [
        'checkIn.recorded needs progress:read',
        'bodyMass.recorded needs progress:read',
        'set.logged needs sessions:read',
        'session.completed needs sessions:read',
        'key.created needs keys:read',
        'profile.changed needs profile:read',
      ].map((detail, place) => ({ pointer: `/eventTypes/${place}`, code: 'BEYOND_OWN', detail })),
    )
    expect((await ada.get('/me/webhooks')).body.data).toEqual([])
  })

  test('turns nothing of a webhook of others towards itself, and may end it', async () => {
    const ada = await api.athlete()
    const key = await keyOf(ada, ['webhooks:write', 'webhooks:read'])
    const id = await registerBy(ada, ['profile.changed'])
    await weigh(ada, 80)
    const path = `/me/webhooks/${id}`
    const [delivery] = (await ada.get(`${path}/deliveries`)).body.data
    for (const patch of [{ url: `${url}/mine` }, { eventTypes: ['key.created'] }, { url: `${url}/b`, disabled: true }])
      expect(await key.patch(path, patch), JSON.stringify(patch)).toMatchObject(refused)
    expect(await key.post(`${path}/rotate-secret`)).toMatchObject(refused)
    expect(await key.post(`${path}/deliveries/${delivery.id}/replay`)).toMatchObject(refused)
    expect((await key.get(`${path}/deliveries`)).body.data, 'the log tells that something happened').toEqual([])
    expectStatus(await key.patch(path, { disabled: true }), 200)
    expect(await key.patch(path, { disabled: false })).toMatchObject(refused)
    expectStatus(await key.delete(path), 204)
  })
})

describe('a webhook that a key made', () => {
  test('names its key, and sends nothing more once the key is revoked', async () => {
    const ada = await api.athlete()
    const receiver = await startReceiver()
    const key = await keyOf(ada, ['webhooks:write', 'progress:read'])
    const id = await registerBy(key, ['bodyMass.recorded'], receiver.url)
    expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({ keyId: key.id, disabled: false })
    await weigh(ada, 92.5)
    const { revokedAt } = expectStatus(await ada.post(`/me/keys/${key.id}/revoke`), 200).body
    await weigh(ada, 91)
    await deliver()
    expect(receiver.received).toEqual([])
    expect(await queued(ada)).toEqual([
      { event_type: 'bodyMass.recorded', last_error: 'the API key of the webhook was revoked or has expired' },
    ])
    const ended = { disabled: true, disabledReason: 'key_ended', keyId: key.id }
    expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({ ...ended, disabledAt: revokedAt })
  })

  test('does not even tell that its key was revoked', async () => {
    const ada = await api.athlete()
    const key = await keyOf(ada, ['webhooks:write', 'keys:read'])
    await registerBy(key, ['key.revoked'])
    await ada.post(`/me/keys/${key.id}/revoke`)
    expect(await queued(ada)).toEqual([])
  })

  test('ends at the moment when its key expires', async () => {
    const ada = await api.athlete()
    const key = await keyOf(ada, ['webhooks:write', 'progress:read'], { expiresAt: '2100-01-01T00:00:00Z' })
    const id = await registerBy(key, ['bodyMass.recorded'])
    await weigh(ada, 92.5)
    await api.db.rows(
      "update api_keys set created_at = '2020-01-01', expires_at = '2020-01-02' where id = $1 returning id",
      [key.id],
    )
    await weigh(ada, 91)
    await deliver()
    expect(await queued(ada)).toEqual([
      { event_type: 'bodyMass.recorded', last_error: 'the API key of the webhook was revoked or has expired' },
    ])
    expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({
      disabledAt: '2020-01-02T00:00:00.000Z',
      disabledReason: 'key_ended',
    })
  })

  test('goes on with the successor when its key is rotated', async () => {
    const ada = await api.athlete()
    const receiver = await startReceiver()
    const key = await keyOf(ada, ['webhooks:write', 'progress:read'])
    const id = await registerBy(key, ['bodyMass.recorded'], receiver.url)
    await weigh(ada, 92.5)
    const successor = expectStatus(await ada.post(`/me/keys/${key.id}/rotate`), 201).body
    await weigh(ada, 91)
    await deliver()
    expect(receiver.received).toHaveLength(2)
    expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({
      keyId: successor.id,
      disabled: false,
      version: 2,
    })
    await ada.post(`/me/keys/${successor.id}/revoke`)
    expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({ disabledReason: 'key_ended' })
  })

  test('is taken over by the athlete who enables it, after its key has ended', async () => {
    const ada = await api.athlete()
    const receiver = await startReceiver()
    const key = await keyOf(ada, ['webhooks:write', 'progress:read'])
    const id = await registerBy(key, ['bodyMass.recorded'], receiver.url)
    await ada.post(`/me/keys/${key.id}/revoke`)
    const taken = expectStatus(await ada.patch(`/me/webhooks/${id}`, { disabled: false }), 200).body
    expect(taken).toMatchObject({ keyId: null, disabled: false, disabledAt: null, disabledReason: null })
    expect((await ada.get(`/me/webhooks/${id}`)).body).toEqual(taken)
    await weigh(ada, 92.5)
    await deliver()
    expect(receiver.received).toHaveLength(1)
  })

  test('stays with its key when the athlete changes its events, which the key has to be able to read', async () => {
    const ada = await api.athlete()
    const key = await keyOf(ada, ['webhooks:write', 'progress:read'])
    const id = await registerBy(key, ['bodyMass.recorded'])
    expectStatus(await ada.patch(`/me/webhooks/${id}`, { eventTypes: ['checkIn.recorded'] }), 200)
    expect(await ada.patch(`/me/webhooks/${id}`, { eventTypes: ['profile.changed'] })).toMatchObject(refused)
    await ada.post(`/me/keys/${key.id}/revoke`)
    await weigh(ada, 92.5)
    expect(await queued(ada)).toEqual([])
  })
})

test('a webhook that a key turned to another address ends with that key', async () => {
  const ada = await api.athlete()
  const key = await keyOf(ada, ['webhooks:write', 'progress:read'])
  const id = await registerBy(ada, ['bodyMass.recorded'])
  expect(expectStatus(await key.patch(`/me/webhooks/${id}`, { url: `${url}/mine` }), 200).body.keyId).toBe(key.id)
  await ada.post(`/me/keys/${key.id}/revoke`)
  await weigh(ada, 92.5)
  expect(await queued(ada)).toEqual([])
})

test('a delivery is judged by the scopes at the moment when it would leave', async () => {
  const ada = await api.athlete()
  const receiver = await startReceiver()
  const key = await keyOf(ada, ['webhooks:write', 'progress:read', 'profile:read'])
  await registerBy(key, ['checkIn.recorded', 'profile.changed'], receiver.url)
  expectStatus(await ada.post('/me/check-ins', checkIn), 201)
  await api.db.rows(`update api_keys set scopes = '{webhooks:write,profile:read}' where id = $1 returning id`, [key.id])
  await deliver()
  expect(receiver.received).toEqual([])
  expect(await queued(ada)).toEqual([
    { event_type: 'checkIn.recorded', last_error: 'whoever made the webhook may not read checkIn.recorded' },
  ])
})

test('a webhook of a token with few scopes sends what that token may read, and no more', async () => {
  const ada = await api.athlete()
  const { id, token } = ada
  const scope = 'webhooks:write profile:read'
  const few = clientOf(api.fetch, await api.issuer.issueToken({ sub: id, scope }))
  expect(await few.post('/me/webhooks', { url, eventTypes: ['checkIn.recorded'] })).toMatchObject(refused)
  const webhook = await registerBy(few, ['profile.changed'])
  const full = clientOf(api.fetch, token)
  expect(await full.patch(`/me/webhooks/${webhook}`, { eventTypes: ['checkIn.recorded'] })).toMatchObject(refused)
  expectStatus(await full.patch(`/me/webhooks/${webhook}`, { eventTypes: ['checkIn.recorded'], url: `${url}/b` }), 200)
})

test("a webhook of nobody known counts as the athlete's own", async () => {
  const ada = await api.athlete()
  const id = await registerBy(ada, ['profile.changed'])
  await api.db.rows('update webhook_endpoints set granted_scopes = null where id = $1 returning id', [id])
  await weigh(ada, 92.5)
  expect(await queued(ada)).toEqual([{ event_type: 'profile.changed', last_error: null }])
  expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({ keyId: null, disabled: false })
})
