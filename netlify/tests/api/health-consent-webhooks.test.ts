import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { webhookSender } from '#infrastructure/webhooks/send.js'
import { deliverDue } from '#orchestration/webhooks/deliver-due.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { performed } from '#tests/support/performed.js'
import { expectStatus } from '#tests/support/session-api.js'
import { type Receiver, startReceiver } from '#tests/support/webhook-receiver.js'

const api = await testApi({ env: { WEBHOOKS_ALLOW_PRIVATE: 'true' } })
const withheld = 'the athlete does not consent to the use of health data'
let ada: TestAthlete
let receiver: Receiver

/** An athlete with a webhook for everything that may tell of health, and all of it happened. */
beforeEach(async () => {
  ada = await api.athlete()
  receiver = await startReceiver()
  const eventTypes = ['checkIn.recorded', 'bodyMass.recorded', 'set.logged', 'set.corrected', 'workingSets.regressed']
  expectStatus(await ada.post('/me/webhooks', { url: receiver.url, eventTypes }), 201)
  const hurting = { exercise: 'push-up', sets: [{ reps: 8, rpe: 7, pain: 7, painSite: 'wrist' }] }
  const { exercises, session } = await performed(api, ada, { on: '2026-11-21' }, hurting)
  const { body } = await ada.get(`/sessions/${session.id}`)
  expectStatus(await ada.patch(`${exercises[0]}/sets/${body.exercises[0].sets[0].id}`, { reps: 9 }), 200)
  expectStatus(await ada.post('/me/check-ins', { date: '2026-11-20', sleep: 1, bodyMassKg: 90 }), 201)
})

const deliver = () =>
  deliverDue({
    database: api.db.operator(),
    secrets: secretBox(api.config.auth.secret),
    send: webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 1_000 }),
    random: () => 0,
  })

const Sent = z.object({ type: z.string(), data: z.looseObject({ set: z.looseObject({}).optional() }) })
const sent = () => receiver.received.map(({ body }) => Sent.parse(JSON.parse(body)))
const typesSent = () => sent().map(({ type }) => type)
const consent = async (given: boolean) => expectStatus(await ada.put('/me/consents/health-data', { given }), 200)

describe('deliveries', () => {
  test('tell of health while the athlete consents', async () => {
    await deliver()
    expect(typesSent()).toEqual(
      expect.arrayContaining(['checkIn.recorded', 'bodyMass.recorded', 'set.logged', 'workingSets.regressed']),
    )
    expect(sent().find(({ type }) => type === 'set.logged')?.data.set).toMatchObject({ pain: 7, painSite: 'wrist' })
  })

  test('that were queued before a withdrawal tell nothing of it, and say why', async () => {
    await consent(false)
    await deliver()
    expect(new Set(typesSent())).toEqual(new Set(['set.logged', 'set.corrected']))
    for (const { data } of sent()) expect(data.set).toMatchObject({ rpe: 7, pain: null, painSite: null })
    const given = await api.db.rows(
      'select distinct event_type, last_error from webhook_deliveries where user_id = $1 and failed_at is not null order by 1',
      [ada.id],
    )
    expect(given).toEqual(
      ['bodyMass.recorded', 'checkIn.recorded', 'workingSets.regressed'].map((event_type) => ({
        event_type,
        last_error: withheld,
      })),
    )
  })

  test('that were given up are sent when they are replayed under a new consent', async () => {
    await consent(false)
    await deliver()
    const [webhook] = (await ada.get('/me/webhooks')).body.data
    const { data } = (await ada.get(`/me/webhooks/${webhook.id}/deliveries`)).body
    const checkIn = data.find(({ eventType }: { eventType: string }) => eventType === 'checkIn.recorded')
    await consent(true)
    expectStatus(await ada.post(`/me/webhooks/${webhook.id}/deliveries/${checkIn.id}/replay`), 200)
    await deliver()
    expect(typesSent()).toContain('checkIn.recorded')
  })
})
