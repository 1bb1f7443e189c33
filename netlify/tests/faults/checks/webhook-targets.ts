import assert from 'node:assert/strict'
import { attemptDelaysMs } from '#domain/webhook/retry-schedule.js'
import { openDnsServer } from '#tests/support/dns-server.js'
import { passTime } from '#tests/support/outbox.js'
import { openReceiver } from '#tests/support/webhook-receiver.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { atOnce } from '../support/time.js'
import { expectStatus, planOf } from '../support/training/sessions.js'
import { bystanderOf, expectEachOnce } from './webhook-targets/bystander.js'
import { deliveryTo, registerHook, runSender } from './webhook-targets/hooks.js'
import { expectNoWayIn } from './webhook-targets/intruders.js'
import { killSenders } from './webhook-targets/kills.js'
import { expectDelivered, expectKept, patientsOf } from './webhook-targets/patients.js'

/** Answers 410: nothing more is sent, and the webhook is disabled. */
async function expectFarewell(context: FaultContext, api: FaultApi, send: () => Promise<unknown>): Promise<void> {
  const gone = await openReceiver((response) => response.writeHead(410).end())
  context.onEnd(gone.close)
  const hook = await registerHook(api, { url: gone.url })
  for (let session = 0; session < 2; session += 1) {
    expectStatus(await hook.athlete.post('/sessions', planOf()), 201)
    await send()
    await passTime(api)
  }
  const delivery = await deliveryTo(api, hook)
  assert.deepEqual([delivery.attempts, delivery.last_status, gone.received.length], [1, 410, 1])
  assert.ok(delivery.failed_at)
  assert.equal(expectStatus(await hook.athlete.get(`/me/webhooks/${hook.id}`), 200).body.disabled, true)
}

/** Receivers of webhooks that fail in every way, and that lead to this machine. */
export const webhookTargets: FaultCheck = {
  name: 'webhook targets down, slow, redirecting, huge, or talking nonsense: no failure of ours, the outbox keeps what is due, and no way in',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url, env: { WEBHOOKS_ALLOW_PRIVATE: 'true' } })
    const dns = await openDnsServer(() => [])
    context.onEnd(dns.close)
    const timeoutMs = context.full ? 1_500 : 400
    const send = () => runSender(api, { allowPrivate: true, dns: dns.address, timeoutMs })
    const refused = await expectNoWayIn(context, api)
    const inside = await openReceiver()
    context.onEnd(inside.close)
    const patients = await patientsOf(context, api, inside.url)
    const bystander = await bystanderOf(context, api)
    const attempts = context.full ? attemptDelaysMs.length - 1 : 2
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      await passTime(api)
      const sending = atOnce(2, send)
      await Promise.all([bystander.trainUntil(sending), sending])
      for (const patient of patients) await expectKept(api, patient, attempt, timeoutMs)
    }
    await Promise.all(patients.map(({ target }) => target.heal()))
    await passTime(api)
    await atOnce(2, send)
    for (const patient of patients) await expectDelivered(api, patient)
    await expectFarewell(context, api, send)
    const kills = await killSenders(context, api, { url, send })
    await expectEachOnce(api, bystander.athlete.id, bystander.receiver)
    assert.deepEqual([inside.received, api.failures], [[], []])
    await expectSound(api)
    return `${patients.length} illnesses, ${attempts} attempts each before they were healed, ${bystander.receiver.received.length} deliveries of a bystander meanwhile, ${refused} ways in refused, ${kills} senders killed`
  },
}
