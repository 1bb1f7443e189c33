import assert from 'node:assert/strict'
import { boundTo } from '#database/unit-of-work.js'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { webhookSender } from '#infrastructure/webhooks/send.js'
import { type Delivered, deliverDue } from '#orchestration/webhooks/deliver-due.js'
import type { FaultApi, FaultAthlete } from '#tests/faults/support/fault-api.js'
import { timed } from '#tests/faults/support/time.js'
import { expectStatus } from '#tests/faults/support/training/sessions.js'

/** A webhook of an athlete, who is asked for nothing else. */
export type Hook = {
  readonly athlete: FaultAthlete
  readonly id: string
  readonly secret: string
}

/** An address that registration lets pass without a look at DNS. */
const anywhere = 'https://192.0.3.1/hook'

/** Registers a webhook of an athlete; its URL is checked again at each delivery. */
export async function registerHook(
  { athlete: join, rows }: FaultApi,
  { url, eventTypes = ['session.planned'] }: { url: string; eventTypes?: readonly string[] },
): Promise<Hook> {
  const athlete = await join()
  const { body } = expectStatus(await athlete.post('/me/webhooks', { url: anywhere, eventTypes }), 201)
  await rows('update webhook_endpoints set url = $2 where id = $1', [body.id, url])
  return { athlete, id: body.id, secret: body.secret }
}

type Sender = { readonly allowPrivate: boolean; readonly dns: string; readonly timeoutMs: number }

/** Sends what is due, once. No run may take longer than Netlify gives it. */
export async function runSender({ environment }: FaultApi, { dns, ...policy }: Sender): Promise<Delivered> {
  const { database, config, random } = environment
  const { result, ms } = await timed(() =>
    deliverDue({
      database: boundTo(database, { kind: 'operator' }),
      send: webhookSender({ ...policy, resolve: dnsResolver({ servers: [dns], timeoutMs: 200 }) }),
      secrets: secretBox(config.auth.secret),
      random,
    }),
  )
  assert.ok(ms < 30_000, `a run took ${Math.round(ms)} ms`)
  return result
}

export type LoggedDelivery = {
  readonly id: string
  readonly event_id: string
  readonly attempts: number
  readonly last_status: number | null
  readonly last_error: string | null
  readonly delivered_at: Date | null
  readonly failed_at: Date | null
  /** From the last attempt to the next, in seconds; null when there is none to come. */
  readonly pause: number | null
}

/** The only delivery of a webhook, as the outbox has it. */
export async function deliveryTo({ rows }: FaultApi, { id }: Hook): Promise<LoggedDelivery> {
  const found = await rows<LoggedDelivery>(
    `select id, event_id, attempts, last_status, last_error, delivered_at, failed_at,
            extract(epoch from next_attempt_at - last_attempt_at)::float8 as pause
     from webhook_deliveries where endpoint_id = $1`,
    [id],
  )
  assert.equal(found.length, 1)
  const [delivery] = found
  assert.ok(delivery)
  return delivery
}
