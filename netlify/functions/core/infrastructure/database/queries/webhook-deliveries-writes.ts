import type { AthleteId, DeliveryId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'
import { type Appended, insertedEvents } from './events.js'
import { keyEnd } from './webhook-endpoints.js'

/**
 * Appends events in the batch of the change that they record, and puts them into the outbox: one
 * delivery for each enabled endpoint of the athlete that asks for the event's type and whose key has
 * not ended. It takes the events as they are inserted, so an athlete without an endpoint pays only
 * for looking for one.
 */
export const announceEvents = effect({
  name: 'announceEvents',
  sql: ({ userId, requestId, keyId, recordedAt, events }: Appended) => sql`
    with appended as (
      ${insertedEvents({ userId, requestId, keyId, recordedAt, events })}
      returning id, type, occurred_at, payload
    )
    insert into webhook_deliveries (
      id, user_id, endpoint_id, event_id, event_type, payload, next_attempt_at, created_at
    )
    select
      gen_random_uuid(),
      endpoint.user_id,
      endpoint.id,
      event.id,
      event.type,
      jsonb_build_object(
        'type', event.type,
        'timestamp', to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'data', event.payload),
      -- due at once, also where the clock of the API is ahead of the database's, by which it is sent
      least(${recordedAt}::timestamptz, now()),
      ${recordedAt}::timestamptz
    from webhook_endpoints as endpoint
    join appended as event on event.type = any (endpoint.event_types)
    left join api_keys as key on key.id = endpoint.key_id
    where endpoint.user_id = ${userId}::uuid
      and endpoint.disabled_at is null
      and ${keyEnd} is null`,
})

/**
 * Makes a delivery due again, from the start of its schedule; raises STALE_VERSION when it is being
 * sent at the moment.
 */
export const replayWebhookDelivery = effect({
  name: 'replayWebhookDelivery',
  sql: ({ userId, id, nextAttemptAt }: { userId: AthleteId; id: DeliveryId; nextAttemptAt: string }) => sql`
    with replayed as (
      update webhook_deliveries
      set
        attempts = 0,
        next_attempt_at = ${nextAttemptAt}::timestamptz,
        claimed_until = null,
        delivered_at = null,
        failed_at = null
      where id = ${id}::uuid
        and user_id = ${userId}::uuid
        and (claimed_until is null or claimed_until <= now())
      returning 1
    )
    select app.ensure(exists (select from replayed), 'STALE_VERSION')`,
})
