import * as z from 'zod'
import type { EventType } from '#domain/event/event.js'
import { type AthleteId, DeliveryId, EventId, WebhookId } from '#domain/values/id.schema.js'
import type { WebhookDelivery } from '#domain/webhook/delivery.schema.js'
import { DeliverableType } from '#domain/webhook/endpoint.schema.js'
import { many, maybeOne, sql } from '../statement.js'
import { keyEnd } from './webhook-endpoints.js'

const deliveryColumns = {
  id: DeliveryId,
  endpoint_id: WebhookId,
  event_id: EventId,
  event_type: DeliverableType,
  attempts: z.number(),
  last_attempt_at: z.date().nullable(),
  last_status: z.number().nullable(),
  last_error: z.string().nullable(),
  next_attempt_at: z.date().nullable(),
  delivered_at: z.date().nullable(),
  failed_at: z.date().nullable(),
  created_at: z.date(),
}

const deliveryRow = z.object(deliveryColumns)

function deliveryOf(row: z.output<typeof deliveryRow>): WebhookDelivery {
  return {
    id: row.id,
    webhookId: row.endpoint_id,
    eventId: row.event_id,
    eventType: row.event_type,
    status: row.delivered_at ? 'delivered' : row.failed_at ? 'failed' : 'pending',
    attempts: row.attempts,
    lastAttemptAt: row.last_attempt_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    failedAt: row.failed_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

type PlaceInLog = { readonly createdAt: string; readonly id: DeliveryId }

type LogPage = {
  readonly userId: AthleteId
  readonly webhookId: WebhookId
  readonly types: readonly EventType[]
  readonly after: PlaceInLog | null
  readonly limit: number
}

/** Lists the deliveries of events of these types to an endpoint, past and pending, the newest first. */
export const listWebhookDeliveries = many({
  name: 'listWebhookDeliveries',
  row: deliveryRow,
  sql: (page: LogPage) => {
    const { userId, webhookId, types, after, limit } = page
    const [afterCreatedAt, afterId] = [after?.createdAt ?? null, after?.id ?? null]
    return sql`
    select
      id, endpoint_id, event_id, event_type, attempts, last_attempt_at, last_status, last_error, next_attempt_at,
      delivered_at, failed_at, created_at
    from webhook_deliveries
    where user_id = ${userId}::uuid
      and endpoint_id = ${webhookId}::uuid
      and event_type = any (${types}::text[])
      and (${afterId}::uuid is null or (created_at, id) < (${afterCreatedAt}::timestamptz, ${afterId}::uuid))
    order by created_at desc, id desc
    limit ${limit}::integer`
  },
  map: deliveryOf,
})

/**
 * Finds a delivery, whether it is being sent at the moment, and whether its endpoint is disabled,
 * also because its key has ended.
 */
export const findWebhookDelivery = maybeOne({
  name: 'findWebhookDelivery',
  row: z.object({ ...deliveryColumns, under_way: z.boolean(), endpoint_disabled: z.boolean() }),
  sql: ({ userId, webhookId, deliveryId }: { userId: AthleteId; webhookId: WebhookId; deliveryId: DeliveryId }) => sql`
    select
      delivery.id,
      delivery.endpoint_id,
      delivery.event_id,
      delivery.event_type,
      delivery.attempts,
      delivery.last_attempt_at,
      delivery.last_status,
      delivery.last_error,
      delivery.next_attempt_at,
      delivery.delivered_at,
      delivery.failed_at,
      delivery.created_at,
      coalesce(delivery.claimed_until > now(), false) as under_way,
      endpoint.disabled_at is not null or ${keyEnd} is not null as endpoint_disabled
    from webhook_deliveries as delivery
    join webhook_endpoints as endpoint on endpoint.id = delivery.endpoint_id
    left join api_keys as key on key.id = endpoint.key_id
    where delivery.user_id = ${userId}::uuid
      and delivery.endpoint_id = ${webhookId}::uuid
      and delivery.id = ${deliveryId}::uuid`,
  map: ({ under_way, endpoint_disabled, ...row }) => ({
    delivery: deliveryOf(row),
    eventType: row.event_type,
    underWay: under_way,
    endpointDisabled: endpoint_disabled,
  }),
})
