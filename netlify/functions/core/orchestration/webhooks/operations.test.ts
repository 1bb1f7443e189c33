import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { webhookSender } from '#infrastructure/webhooks/send.js'
import { claimDueDeliveries } from '#queries/webhook-attempts.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { happen } from '#tests/support/outbox.js'
import { isSignedWith, startReceiver } from '#tests/support/webhook-receiver.js'
import { deliverDue } from './deliver-due.js'
import { webhookOperations } from './operations.js'

const api = await testApi({ operations: webhookOperations })
/** Where deliveries may go to this machine. */
const local = await testApi({ operations: webhookOperations, env: { WEBHOOKS_ALLOW_PRIVATE: 'true' } })
const secrets = secretBox(local.config.auth.secret)
const deliver = () =>
  deliverDue({
    database: local.db.operator(),
    secrets,
    send: webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 1_000 }),
    random: () => 0,
  })
// an address of nobody's, so that nothing has to be looked up
const url = 'https://192.0.3.1/hook'
const body = { url, eventTypes: ['session.started'] }
const register = async (athlete: TestAthlete, more: object = {}) =>
  (await athlete.post('/me/webhooks', { ...body, ...more })).body

test('secrets are stored sealed, and no answer shows them again', async () => {
  const ada = await api.athlete()
  const { id, secret } = await register(ada)
  const stored = async () => (await api.db.rows('select * from webhook_endpoints where id = $1', [id]))[0] ?? {}
  const { sealed_secret: sealed } = await stored()
  expect(secrets.open(sealed, id)).toBe(secret)
  const rotated = (await ada.post(`/me/webhooks/${id}/rotate-secret`)).body.secret
  const after = await stored()
  expect([secrets.open(after.sealed_secret, id), after.sealed_former_secret]).toEqual([rotated, sealed])
  const said = [await stored(), (await ada.get(`/me/webhooks/${id}`)).body, (await ada.get('/me/webhooks')).body]
  for (const known of [secret, rotated]) expect(JSON.stringify(said)).not.toContain(known.slice(6))
  expect(JSON.stringify(said.slice(1))).not.toMatch(/sealed|"v1\./)
})

test('a webhook is registered, shows its secret once, and is found afterwards', async () => {
  const ada = await api.athlete()
  const { status, headers, body: created } = await ada.post('/me/webhooks', body)
  expect(status).toBe(201)
  expect(headers.get('location')).toBe(`/api/v1/me/webhooks/${created.id}`)
  expect(headers.get('etag')).toMatch(/^"1\./)
  const { secret, ...endpoint } = created
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(endpoint).toMatchObject({ ...body, disabled: false, disabledAt: null, formerSecretUntil: null, version: 1 })
  expect((await ada.get(`/me/webhooks/${endpoint.id}`)).body).toEqual(endpoint)
  expect((await ada.get('/me/webhooks')).body).toEqual({ data: [endpoint], page: { nextCursor: null, limit: 100 } })
})

test('a client may choose the id, and nobody else may choose it again', async () => {
  const [ada, eve] = [await api.athlete(), await api.athlete()]
  const id = randomUUID()
  expect((await ada.post('/me/webhooks', { id, ...body })).body.id).toBe(id)
  expect(await ada.post('/me/webhooks', { id, ...body })).toMatchObject({ status: 200, body: { id, secret: null } })
  expect(await eve.post('/me/webhooks', { id, ...body })).toMatchObject({ status: 409, body: { code: 'ID_TAKEN' } })
})

test('a repeated registration answers with the same webhook, without its secret', async () => {
  const ada = await api.athlete()
  const options = { headers: { 'idempotency-key': randomUUID() } }
  const first = await ada.post('/me/webhooks', body, options)
  const again = await ada.post('/me/webhooks', body, options)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(again.body).toEqual({ ...first.body, secret: null })
  expect(JSON.stringify(await api.db.rows('select answer from idempotency_keys'))).not.toContain('whsec_')
  expect((await ada.get('/me/webhooks')).body.data).toHaveLength(1)
})

test.each([
  ['plain http', 'http://example.com/hook'],
  ['the own machine', 'https://localhost/hook'],
  ['loopback', 'https://127.0.0.1/hook'],
  ['loopback in disguise', 'https://0x7f000001/hook'],
  ['a private network', 'https://192.168.0.1/hook'],
  ['metadata', 'https://169.254.169.254/latest'],
  ['mapped IPv4', 'https://[::ffff:10.0.0.1]/hook'],
  ['link-local', 'https://[fe80::1]/hook'],
])('%s is refused on registration and on change', async (_, bad) => {
  const ada = await api.athlete()
  const problem = { status: 422, body: { code: 'WEBHOOK_ADDRESS', errors: [{ pointer: '/url' }] } }
  expect(await ada.post('/me/webhooks', { ...body, url: bad })).toMatchObject(problem)
  const { id } = await register(ada)
  expect(await ada.patch(`/me/webhooks/${id}`, { url: bad })).toMatchObject(problem)
  expect((await ada.get(`/me/webhooks/${id}`)).body).toMatchObject({ url, version: 1 })
})

test.each([
  [{ url: 'https://user:password@example.com' }, '/url'],
  [{ url: 'https://example.com/#x' }, '/url'],
  [{ url: `https://example.com/${'x'.repeat(2_000)}` }, '/url'],
  [{ eventTypes: [] }, '/eventTypes'],
  [{ eventTypes: ['session.started', 'session.started'] }, '/eventTypes'],
  [{ eventTypes: ['webhook.registered'] }, '/eventTypes/0'],
])('%j is not a webhook', async (wrong, pointer) => {
  const ada = await api.athlete()
  const answer = await ada.post('/me/webhooks', { ...body, ...wrong })
  expect(answer).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT', errors: [{ pointer }] } })
})

test('fields that the server owns are refused', async () => {
  const ada = await api.athlete()
  for (const field of ['secret', 'userId', 'version', 'createdAt', 'disabledAt', 'formerSecretUntil'])
    expect(await ada.post('/me/webhooks', { ...body, [field]: 'x' }), field).toMatchObject({ status: 422 })
})

test('an athlete has at most ten webhooks, even when twenty are registered at once', async () => {
  const ada = await api.athlete()
  const answers = await Promise.all(Array.from({ length: 20 }, () => ada.post('/me/webhooks', body)))
  const statuses = Map.groupBy(answers, ({ status }) => status)
  expect([statuses.get(201)?.length, statuses.get(409)?.length]).toEqual([10, 10])
  expect(statuses.get(409)?.every(({ body: problem }) => problem.code === 'WEBHOOK_LIMIT')).toBe(true)
  expect((await ada.get('/me/webhooks')).body.data).toHaveLength(10)
})

test('a change has a new version, and of several with one ETag only one succeeds', async () => {
  const ada = await api.athlete()
  const { id } = await register(ada)
  const path = `/me/webhooks/${id}`
  const changed = await ada.patch(path, { disabled: true, eventTypes: ['level.achieved'] })
  expect(changed.body).toMatchObject({ disabled: true, eventTypes: ['level.achieved'], url, version: 2 })
  expect((await ada.get(path)).body).toEqual(changed.body)
  expect((await ada.patch(path, { disabled: true })).body.version).toBe(2)
  const edits = [1, 2, 3, 4, 5].map((n) => ada.patch(path, { url: `${url}/${n}` }, { headers: { 'if-match': '"2"' } }))
  const statuses = (await Promise.all(edits)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 412, 412, 412, 412])
})

test('deleting a webhook deletes its log', async () => {
  const ada = await api.athlete()
  const { id } = await register(ada)
  await happen(api.db, ada.id)
  expect((await ada.delete(`/me/webhooks/${id}`, { headers: { 'if-match': '"7"' } })).status).toBe(412)
  expect((await ada.delete(`/me/webhooks/${id}`)).status).toBe(204)
  for (const path of [`/me/webhooks/${id}`, `/me/webhooks/${id}/deliveries`])
    expect(await ada.get(path)).toMatchObject({ status: 404, body: { code: 'WEBHOOK_NOT_FOUND' } })
  expect(await api.db.rows('select from webhook_deliveries where user_id = $1', [ada.id])).toEqual([])
})

test('a rotated secret is shown once, and the former one also signs for a day', async () => {
  const receiver = await startReceiver()
  const ada = await local.athlete()
  const first = await register(ada, { url: receiver.url })
  const rotated = await ada.post(`/me/webhooks/${first.id}/rotate-secret`)
  expect(rotated.status).toBe(200)
  const { secret, ...endpoint } = rotated.body
  expect(secret).not.toBe(first.secret)
  expect(endpoint).toMatchObject({ id: first.id, version: 2 })
  const inADay = Date.now() + 24 * 60 * 60 * 1_000
  expect(Math.abs(Date.parse(endpoint.formerSecretUntil) - inADay)).toBeLessThan(60_000)
  expect((await ada.get(`/me/webhooks/${first.id}`)).body).toEqual(endpoint)
  await happen(local.db, ada.id)
  await deliver()
  const [received] = receiver.received
  expect(received && [isSignedWith(secret, received), isSignedWith(first.secret, received)]).toEqual([true, true])
})

test('the log lists what became of each event, page by page, and a delivery can be replayed', async () => {
  let status = 500
  const receiver = await startReceiver((response) => response.writeHead(status).end())
  const ada = await local.athlete()
  const { id } = await register(ada, { url: receiver.url })
  const log = `/me/webhooks/${id}/deliveries`
  expect((await ada.get(log)).body).toEqual({ data: [], page: { nextCursor: null, limit: 25 } })
  const events: string[] = []
  for (const minute of ['10', '11', '12'])
    events.push(...(await happen(local.db, ada.id, 1, new Date(`2026-11-22T12:${minute}:00.000Z`))))
  await deliver()
  const first = (await ada.get(`${log}?limit=2`)).body
  const rest = (await ada.get(`${log}?limit=2&cursor=${encodeURIComponent(first.page.nextCursor)}`)).body
  const all = [...first.data, ...rest.data]
  expect(all.map(({ eventId }) => eventId)).toEqual(events.toReversed())
  expect(rest.page.nextCursor).toBeNull()
  expect(all[0]).toMatchObject({
    webhookId: id,
    eventType: 'session.started',
    status: 'pending',
    attempts: 1,
    lastStatus: 500,
    lastError: 'answered 500',
    deliveredAt: null,
    failedAt: null,
  })
  status = 200
  const replayed = await ada.post(`${log}/${all[0].id}/replay`)
  expect(replayed).toMatchObject({ status: 200, body: { id: all[0].id, status: 'pending', attempts: 0 } })
  expect((await ada.get(`${log}?limit=1`)).body.data[0]).toEqual(replayed.body)
  await deliver()
  const [after] = (await ada.get(`${log}?limit=1`)).body.data
  expect(after).toMatchObject({
    status: 'delivered',
    attempts: 1,
    lastStatus: 200,
    lastError: null,
    nextAttemptAt: null,
  })
  expect((await ada.post(`${log}/${after.id}/replay`)).body.status).toBe('pending')
  await deliver()
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(ids.filter((one) => one === after.eventId)).toHaveLength(3)
})

test('a delivery that is under way, or to a disabled webhook, is not replayed', async () => {
  const ada = await api.athlete()
  const { id } = await register(ada)
  await happen(api.db, ada.id)
  const [claimed] = await api.db
    .operator()
    .batch([
      claimDueDeliveries({ limit: 50, perAthlete: 5, leaseSeconds: 60, exceptEndpoints: [], exceptAthletes: [] }),
    ])
  const mine = claimed.find(({ endpointId }) => endpointId === id)
  const path = `/me/webhooks/${id}/deliveries/${mine?.id}/replay`
  expect(await ada.post(path)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
  await api.db.rows('update webhook_deliveries set claimed_until = null where id = $1', [mine?.id])
  await ada.patch(`/me/webhooks/${id}`, { disabled: true })
  expect(await ada.post(path)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
})

test('a delivery of another webhook of the same athlete is not found', async () => {
  const ada = await api.athlete()
  const [one, two] = [await register(ada), await register(ada)]
  await happen(api.db, ada.id)
  const [delivery] = (await ada.get(`/me/webhooks/${one.id}/deliveries`)).body.data
  const answer = await ada.post(`/me/webhooks/${two.id}/deliveries/${delivery.id}/replay`)
  expect(answer).toMatchObject({ status: 404, body: { code: 'WEBHOOK_DELIVERY_NOT_FOUND' } })
})

test('each change appends an event, and a change of nothing appends none', async () => {
  const ada = await api.athlete()
  const { id } = await register(ada)
  const path = `/me/webhooks/${id}`
  await ada.patch(path, { disabled: false })
  await ada.patch(path, { eventTypes: ['level.achieved', 'session.started'] })
  await ada.post(`${path}/rotate-secret`)
  await ada.delete(path)
  const events = await api.db.rows('select type, subject, payload from events where user_id = $1 order by sequence', [
    ada.id,
  ])
  expect(events).toEqual([
    { type: 'webhook.registered', subject: id, payload: { webhookId: id, eventTypes: ['session.started'] } },
    { type: 'webhook.changed', subject: id, payload: { webhookId: id, fields: ['eventTypes'] } },
    { type: 'webhook.secretRotated', subject: id, payload: { webhookId: id } },
    { type: 'webhook.deleted', subject: id, payload: { webhookId: id } },
  ])
  expect(JSON.stringify(events)).not.toMatch(/whsec_|https:/)
})

test('no request of this file caused an error of the server', () => {
  expect([...api.failures, ...local.failures]).toEqual([])
})
