import type { AthleteId, DeliveryId, EventId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'
import { keyEnd } from './webhook-endpoints.js'

/**
 * Puts events that the same batch has just appended into the outbox: one delivery for each enabled
 * endpoint of the athlete that asks for the event's type and whose key has not ended. It starts from the endpoints, so that it
 * reads nothing else for an athlete who has none.
 */
export const enqueueDeliveries = effect({
  name: 'enqueueDeliveries',
  sql: ({ userId, eventIds, now }: { userId: AthleteId; eventIds: readonly EventId[]; now: Date }) => sql`
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
      least(${now}::timestamptz, now()),
      ${now}::timestamptz
    from webhook_endpoints as endpoint
    join events as event
      on event.user_id = endpoint.user_id
      and event.id = any (${eventIds}::uuid[])
      and event.type = any (endpoint.event_types)
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
