import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { event } from '#domain/event/event.js'
import { idsFrom } from '#domain/values/id.schema.js'
import type { Send } from '#domain/webhook/ports.js'
import { attemptDelaysMs } from '#domain/webhook/retry-schedule.js'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'
import { newSecret } from '#infrastructure/webhooks/secret.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { webhookSender } from '#infrastructure/webhooks/send.js'
import { eventsJson } from '#queries/events.js'
import { claimDueDeliveries, recordAttempt } from '#queries/webhook-attempts.js'
import { announceEvents } from '#queries/webhook-deliveries-writes.js'
import { testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { happen, insertEndpoint, passTime, testSecrets } from '#tests/support/outbox.js'
import { isSignedWith, startReceiver } from '#tests/support/webhook-receiver.js'
import { deliverDue } from './deliver-due.js'

const db = await testDatabase()
const database = db.operator()
const send = webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 300 })
const patient = webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 9_500 })
const deliverBy = (sender: Send) => deliverDue({ database, send: sender, secrets: testSecrets, random: () => 0 })
const deliver = () => deliverBy(send)
const deliveryOf = async (eventId: string) =>
  (await db.rows('select * from webhook_deliveries where event_id = $1', [eventId]))[0]
const endpointOf = async (endpointId: string) =>
  (await db.rows('select disabled_at, disabled_reason, version from webhook_endpoints where id = $1', [endpointId]))[0]
const nothing = { delivered: 0, retry: 0, failed: 0, unrecorded: 0 }

/** An athlete whose endpoint is this receiver, and one event on its way. */
async function given(url: string, fields: { secret?: string; disabledAt?: Date } = {}) {
  const userId = await db.insertAthlete()
  const endpointId = await insertEndpoint(db, userId, { url, ...fields })
  const [eventId = ''] = await happen(db, userId)
  return { userId, endpointId, eventId }
}

test('deliverDue sends an event signed, with its id, in the form of Standard Webhooks', async () => {
  const receiver = await startReceiver()
  const secret = newSecret()
  const { eventId } = await given(receiver.url, { secret })
  expect(await deliver()).toEqual({ ...nothing, delivered: 1 })
  const [received] = receiver.received
  expect(received && isSignedWith(secret, received)).toBe(true)
  expect(received?.headers['webhook-id']).toBe(eventId)
  expect(Math.abs(Number(received?.headers['webhook-timestamp']) - Date.now() / 1_000)).toBeLessThan(60)
  expect(JSON.parse(received?.body ?? '')).toEqual({
    type: 'session.started',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    data: { sessionId: expect.any(String) },
  })
  expect(await deliveryOf(eventId)).toMatchObject({
    attempts: 1,
    last_status: 204,
    last_error: null,
    next_attempt_at: null,
    failed_at: null,
    claimed_until: null,
    delivered_at: expect.any(Date),
  })
})

test('deliverDue does not send again what was delivered', async () => {
  const receiver = await startReceiver()
  await given(receiver.url)
  await deliver()
  expect(await deliver()).toEqual(nothing)
  expect(receiver.received).toHaveLength(1)
})

test('an event enters only the outbox of endpoints that ask for its type and are enabled', async () => {
  const userId = await db.insertAthlete()
  const stranger = await db.insertAthlete()
  const asks = await insertEndpoint(db, userId, { url: 'https://a.example' })
  await insertEndpoint(db, userId, { url: 'https://b.example', eventTypes: ['session.completed'] })
  await insertEndpoint(db, userId, { url: 'https://c.example', disabledAt: new Date() })
  await insertEndpoint(db, stranger, { url: 'https://d.example' })
  const [eventId] = await happen(db, userId)
  const rows = await db.rows('select endpoint_id, user_id from webhook_deliveries where event_id = $1', [eventId])
  expect(rows).toEqual([{ endpoint_id: asks, user_id: userId }])
  await db.rows('delete from webhook_endpoints where user_id = any ($1)', [[userId, stranger]])
})

test('deliverDue retries on schedule under the same id, and gives up after ten attempts', async () => {
  const receiver = await startReceiver((response) => response.writeHead(500).end('no'))
  const { eventId } = await given(receiver.url)
  const pauses = []
  for (const _ of attemptDelaysMs) {
    await passTime(db)
    await deliver()
    const [row] = await db.rows<{ pause: number | null }>(
      `select extract(epoch from next_attempt_at - now())::double precision as pause
       from webhook_deliveries where event_id = $1`,
      [eventId],
    )
    pauses.push(row?.pause ?? null)
  }
  const scheduled = [...attemptDelaysMs.slice(1).map((milliseconds) => milliseconds / 1_000), null]
  pauses.forEach((pause, index) => {
    const expected = scheduled[index] ?? null
    // a second may have passed since
    if (expected === null || pause === null) expect(pause).toBe(expected)
    else expect(expected - pause).toBeGreaterThanOrEqual(0)
    if (expected !== null && pause !== null) expect(expected - pause).toBeLessThan(1)
  })
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([eventId]))
  expect(receiver.received).toHaveLength(10)
  expect(await deliveryOf(eventId)).toMatchObject({
    attempts: 10,
    last_status: 500,
    last_error: 'answered 500',
    next_attempt_at: null,
    delivered_at: null,
    failed_at: expect.any(Date),
  })
  expect(await deliver()).toEqual(nothing)
})

test('deliverDue counts a delivery as delivered when a later attempt succeeds', async () => {
  const receiver = await startReceiver((response) =>
    response.writeHead(receiver.received.length === 1 ? 503 : 200).end(),
  )
  const { eventId } = await given(receiver.url)
  expect(await deliver()).toEqual({ ...nothing, retry: 1 })
  await passTime(db)
  expect(await deliver()).toEqual({ ...nothing, delivered: 1 })
  expect(await deliveryOf(eventId)).toMatchObject({ attempts: 2, last_status: 200, last_error: null })
})

test('deliverDue retries receivers that are slow or redirect, without holding up others', async () => {
  const slow = await startReceiver(() => undefined)
  const elsewhere = await startReceiver()
  const redirecting = await startReceiver((response) => response.writeHead(302, { location: elsewhere.url }).end())
  const good = await startReceiver()
  const one = await given(slow.url)
  const two = await given(redirecting.url)
  await given(good.url)
  expect(await deliver()).toEqual({ ...nothing, delivered: 1, retry: 2 })
  expect(await deliveryOf(one.eventId)).toMatchObject({ last_status: null, last_error: 'no answer within 0.3 s' })
  expect(await deliveryOf(two.eventId)).toMatchObject({
    last_status: 302,
    last_error: 'answered 302; redirects are not followed',
  })
  expect(elsewhere.received).toEqual([])
  expect(good.received).toHaveLength(1)
  await db.rows('delete from webhook_endpoints')
})

test('deliverDue gives up at once on 410, and disables the endpoint', async () => {
  const receiver = await startReceiver((response) => response.writeHead(410).end())
  const { eventId, endpointId, userId } = await given(receiver.url)
  expect(await deliver()).toEqual({ ...nothing, failed: 1 })
  expect(await deliveryOf(eventId)).toMatchObject({ attempts: 1, last_status: 410, failed_at: expect.any(Date) })
  expect(await endpointOf(endpointId)).toEqual({
    disabled_at: expect.any(Date),
    disabled_reason: 'gone',
    version: 2,
  })
  await happen(db, userId)
  expect(await deliver()).toEqual(nothing)
})

/** Lets a delivery fail for the last time. */
async function failForTheLastTime(eventId: string): Promise<void> {
  await db.rows('update webhook_deliveries set attempts = 9, next_attempt_at = now() where event_id = $1', [eventId])
  await deliver()
  expect(await deliveryOf(eventId)).toMatchObject({ attempts: 10, failed_at: expect.any(Date) })
}

test('deliverDue disables an endpoint that accepted nothing through all attempts of a delivery', async () => {
  const receiver = await startReceiver((response) => response.writeHead(404).end())
  const { eventId, endpointId } = await given(receiver.url)
  await failForTheLastTime(eventId)
  expect(await endpointOf(endpointId)).toEqual({
    disabled_at: expect.any(Date),
    disabled_reason: 'unreachable',
    version: 2,
  })
})

test('deliverDue leaves an endpoint enabled that accepted something else in that time', async () => {
  const receiver = await startReceiver((response) =>
    response.writeHead(receiver.received.length === 1 ? 200 : 404).end(),
  )
  const { eventId, endpointId, userId } = await given('http://127.0.0.1:1/nobody')
  await deliver()
  await db.rows('update webhook_endpoints set url = $2 where id = $1', [endpointId, receiver.url])
  await happen(db, userId)
  expect(await deliver()).toMatchObject({ delivered: 1 })
  await failForTheLastTime(eventId)
  expect(await endpointOf(endpointId)).toEqual({ disabled_at: null, disabled_reason: null, version: 1 })
})

test('deliverDue leaves an endpoint enabled whose deliveries cannot be signed', async () => {
  const { eventId, endpointId } = await given('http://127.0.0.1:1/nobody')
  await db.rows("update webhook_endpoints set sealed_secret = 'v0.' where id = $1", [endpointId])
  await failForTheLastTime(eventId)
  expect(await endpointOf(endpointId)).toMatchObject({ disabled_at: null })
})

test('deliverDue asks an address that accepts nothing five times a run, however much waits for it', async () => {
  const receiver = await startReceiver((response) => response.writeHead(404).end())
  const { userId } = await given(receiver.url)
  await happen(db, userId, 40)
  await deliver()
  expect(receiver.received).toHaveLength(5)
  await db.rows('delete from webhook_endpoints')
})

test('deliverDue gives up pending deliveries to a disabled endpoint without sending them', async () => {
  const receiver = await startReceiver()
  const { endpointId, eventId } = await given(receiver.url)
  await db.rows('update webhook_endpoints set disabled_at = now() where id = $1', [endpointId])
  expect(await deliver()).toEqual({ ...nothing, failed: 1 })
  expect(await deliveryOf(eventId)).toMatchObject({ last_error: 'the webhook is disabled', last_status: null })
  expect(receiver.received).toEqual([])
})

test('deliverDue signs with both secrets during a rotation, and with the new one afterwards', async () => {
  const receiver = await startReceiver()
  const [former, current] = [newSecret(), newSecret()]
  const { endpointId, userId } = await given(receiver.url, { secret: former })
  const rotate = `update webhook_endpoints set sealed_secret = $2, sealed_former_secret = $3, former_secret_until = now() + $4::interval where id = $1`
  const sealed = [current, former].map((secret) => testSecrets.seal(secret, endpointId))
  await db.rows(rotate, [endpointId, ...sealed, '1 day'])
  await deliver()
  await db.rows(rotate, [endpointId, ...sealed, '-1 second'])
  await happen(db, userId)
  await deliver()
  const verified = receiver.received.map((one) => [isSignedWith(current, one), isSignedWith(former, one)])
  expect(verified).toEqual([
    [true, true],
    [true, false],
  ])
  expect(receiver.received[0]?.headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/)
})

test('deliverDue does not send what it cannot sign, says so, and sends it after the secret was rotated', async () => {
  const receiver = await startReceiver()
  const { endpointId, eventId } = await given(receiver.url)
  const lost = secretBox('the AUTH_SECRET of before, long enough').seal(newSecret(), endpointId)
  await db.rows('update webhook_endpoints set sealed_secret = $2 where id = $1', [endpointId, lost])
  expect(await deliver()).toEqual({ ...nothing, retry: 1 })
  expect(await deliveryOf(eventId)).toMatchObject({
    attempts: 1,
    last_status: null,
    last_error: "cannot be signed: rotate the webhook's secret",
    next_attempt_at: expect.any(Date),
  })
  expect(receiver.received).toEqual([])
  const rotated = newSecret()
  await db.rows(
    `update webhook_endpoints
     set sealed_secret = $2, sealed_former_secret = sealed_secret, former_secret_until = now() + interval '1 day'
     where id = $1`,
    [endpointId, testSecrets.seal(rotated, endpointId)],
  )
  await passTime(db)
  expect(await deliver()).toEqual({ ...nothing, delivered: 1 })
  const [received] = receiver.received
  expect(received && isSignedWith(rotated, received)).toBe(true)
  expect(received?.headers['webhook-signature']).toMatch(/^v1,\S{44}$/)
})

test('deliverDue is not held up by one slow receiver, however many deliveries wait for it', async () => {
  const quick = await startReceiver()
  // answers once everybody else has theirs, which in rounds that wait for the slowest would be
  // never
  const slow = await startReceiver(async (response) => {
    await vi.waitUntil(() => quick.received.length === 72, { timeout: 9_000 })
    response.writeHead(200).end()
  })
  await given(slow.url)
  for (let athlete = 0; athlete < 12; athlete += 1) {
    const { userId } = await given(quick.url)
    await happen(db, userId, 5)
  }
  expect(await deliverBy(patient)).toEqual({ ...nothing, delivered: 73 })
})

test('several senders at once send each delivery once', async () => {
  const receiver = await startReceiver((response) => setTimeout(() => response.writeHead(200).end(), 20))
  const sent: string[] = []
  for (let athlete = 0; athlete < 6; athlete += 1) {
    const userId = await db.insertAthlete()
    await insertEndpoint(db, userId, { url: receiver.url })
    sent.push(...(await happen(db, userId, 20)))
  }
  let delivered = 0
  // a run begins nothing new after some seconds, so that a busy machine may need another one
  for (let round = 0; round < 5 && delivered < sent.length; round += 1) {
    const runs = await Promise.all([1, 2, 3, 4].map(() => deliverBy(patient)))
    delivered += runs.reduce((sum, run) => sum + run.delivered, 0)
  }
  expect(delivered).toBe(120)
  expect(receiver.received.map(({ headers }) => headers['webhook-id']).sort()).toEqual(sent.sort())
  const counts = await db.rows(
    'select attempts, count(*)::integer from webhook_deliveries where event_id = any ($1) group by 1',
    [sent],
  )
  expect(counts).toEqual([{ attempts: 1, count: 120 }])
})

const claim = { limit: 50, perAthlete: 5, leaseSeconds: 60, exceptEndpoints: [], exceptAthletes: [] }

test('deliverDue sends again after the claim of a sender that died, and counts the lost attempt', async () => {
  const receiver = await startReceiver()
  const { eventId } = await given(receiver.url)
  const [claimed] = await database.batch([claimDueDeliveries(claim)])
  expect(claimed.map((delivery) => delivery.eventId)).toEqual([eventId])
  expect(await deliver()).toEqual(nothing)
  await db.rows(`update webhook_deliveries set claimed_until = now() - interval '1 second' where event_id = $1`, [
    eventId,
  ])
  expect(await deliver()).toEqual({ ...nothing, delivered: 1 })
  expect(await deliveryOf(eventId)).toMatchObject({ attempts: 2 })
})

test('a sender that was away for longer than its claim changes nothing', async () => {
  const receiver = await startReceiver()
  const { eventId } = await given(receiver.url)
  const [[stale]] = await database.batch([claimDueDeliveries({ ...claim, leaseSeconds: 0 })])
  await deliver()
  const before = await deliveryOf(eventId)
  if (!stale) throw new Error('nothing was claimed')
  await database.batch([
    recordAttempt({ ...stale, verdict: { kind: 'failed', disables: 'gone' }, status: 410, error: 'late' }),
  ])
  expect(await deliveryOf(eventId)).toEqual(before)
  expect(before).toMatchObject({ last_status: 204, attempts: 2 })
})

test("deliverDue does not let one athlete's backlog delay the others", async () => {
  const busy = await db.insertAthlete()
  await insertEndpoint(db, busy, { url: 'https://a.example' })
  await happen(db, busy, 80, new Date(Date.now() - 3_600_000))
  const { eventId } = await given('https://b.example')
  const [claimed] = await database.batch([claimDueDeliveries(claim)])
  expect(claimed).toHaveLength(6)
  expect(claimed.map((delivery) => delivery.eventId)).toContain(eventId)
  await db.rows('delete from webhook_endpoints')
})

test('an athlete without an endpoint adds nothing to the outbox, and the statement reads no event', async () => {
  const userId = await db.insertAthlete()
  const eventIds = await happen(db, userId)
  const subject = idOf.session(eventIds[0] ?? '')
  const started = [event('session.started', subject, new Date(), { sessionId: subject })]
  const events = eventsJson(
    started,
    idsFrom(() => randomUUID()),
  )
  const { text, values } = announceEvents({ userId, requestId: 'a', keyId: null, recordedAt: new Date(), events })
  const explained = JSON.stringify(await db.rows(`explain (analyze, format json) ${text}`, values))
  const scanned = [...explained.matchAll(/"Node Type":"[A-Za-z ]*Scan"[^{}]*?"Relation Name":"(\w+)"/g)]
  expect(scanned.map(([, table]) => table)).toContain('webhook_endpoints')
  expect(scanned.map(([, table]) => table)).not.toContain('events')
  expect(await deliveryOf(eventIds[0] ?? '')).toBeUndefined()
})
