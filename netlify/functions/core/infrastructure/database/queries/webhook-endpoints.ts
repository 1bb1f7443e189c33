import * as z from 'zod'
import { type AthleteId, WebhookId } from '#domain/values/id.schema.js'
import { DeliverableType, type WebhookEndpoint } from '#domain/webhook/endpoint.schema.js'
import { many, maybeOne, one, sql } from '../statement.js'

const endpointRow = z.object({
  id: WebhookId,
  url: z.string(),
  event_types: z.array(DeliverableType),
  former_secret_until: z.date().nullable(),
  disabled_at: z.date().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
})

function endpointOf(row: z.output<typeof endpointRow>): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    eventTypes: row.event_types,
    disabled: row.disabled_at !== null,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    formerSecretUntil: row.former_secret_until?.toISOString() ?? null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Selects an athlete's endpoints as they are at an instant, without their secrets. */
const endpointsOf = ({ userId, now }: { userId: AthleteId; now: Date }) => sql`
    select
      id,
      url,
      event_types,
      case when former_secret_until > ${now}::timestamptz then former_secret_until end as former_secret_until,
      disabled_at,
      version,
      created_at,
      updated_at
    from webhook_endpoints
    where user_id = ${userId}::uuid`

export const findWebhookEndpoint = maybeOne({
  name: 'findWebhookEndpoint',
  row: endpointRow,
  sql: ({ userId, webhookId, now }: { userId: AthleteId; webhookId: WebhookId; now: Date }) => sql`
    ${endpointsOf({ userId, now })}
      and id = ${webhookId}::uuid`,
  map: endpointOf,
})

/** Lists an athlete's endpoints, the newest first. They always fit on one page. */
export const listWebhookEndpoints = many({
  name: 'listWebhookEndpoints',
  row: endpointRow,
  sql: (athlete: { userId: AthleteId; now: Date }) => sql`
    ${endpointsOf(athlete)}
    order by created_at desc, id desc`,
  map: endpointOf,
})

/** Counts an athlete's endpoints, including disabled ones. */
export const countWebhookEndpoints = one({
  name: 'countWebhookEndpoints',
  row: z.object({ endpoints: z.number() }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select count(*)::integer as endpoints
    from webhook_endpoints
    where user_id = ${userId}::uuid`,
  map: ({ endpoints }) => endpoints,
})
