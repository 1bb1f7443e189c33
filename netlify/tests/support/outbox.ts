import { randomUUID } from 'node:crypto'
import { event } from '#domain/event/event.js'
import { type AthleteId, type EventId, idsFrom, type WebhookId } from '#domain/values/id.schema.js'
import { newSecret } from '#infrastructure/webhooks/secret.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { eventsJson } from '#queries/events.js'
import { announceEvents } from '#queries/webhook-deliveries-writes.js'
import { idOf } from '#tests/support/ids.js'
import type { TestDatabase } from './database.js'
import { testSettings } from './environment.js'

/** Seals the secrets of endpoints that tests write into the database. */
export const testSecrets = secretBox(testSettings.AUTH_SECRET)

/**
 * Writes the events and deliveries of `count` completed sessions in one batch, and returns the ids
 * of the events.
 */
export async function happen(db: TestDatabase, userId: AthleteId, count = 1, now = new Date()): Promise<EventId[]> {
  const eventIds = Array.from({ length: count }, () => idOf.event(randomUUID()))
  const sessionIds = eventIds.map((id) => idOf.session(id))
  const started = sessionIds.map((sessionId) => event('session.started', sessionId, now, { sessionId }))
  const ids = [...eventIds]
  const events = eventsJson(
    started,
    idsFrom(() => ids.shift() ?? ''),
  )
  await db
    .athlete(userId)
    .batch([announceEvents({ userId, requestId: 'a-test', keyId: null, recordedAt: now, events })])
  return eventIds
}

type EndpointFields = { url: string; eventTypes?: readonly string[]; secret?: string; disabledAt?: Date }

/** Inserts an endpoint of an athlete without checking its address, and returns its id. */
export async function insertEndpoint(db: TestDatabase, userId: AthleteId, fields: EndpointFields): Promise<WebhookId> {
  const id = idOf.webhook(randomUUID())
  await db.rows(
    `insert into webhook_endpoints (id, user_id, url, event_types, sealed_secret, disabled_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, now(), now())`,
    [
      id,
      userId,
      fields.url,
      fields.eventTypes ?? ['session.started'],
      testSecrets.seal(fields.secret ?? newSecret(), id),
      fields.disabledAt ?? null,
    ],
  )
  return id
}

/** Makes every delivery of the outbox due now. */
export async function passTime(db: Pick<TestDatabase, 'rows'>): Promise<void> {
  await db.rows('update webhook_deliveries set next_attempt_at = now() where next_attempt_at is not null')
}
