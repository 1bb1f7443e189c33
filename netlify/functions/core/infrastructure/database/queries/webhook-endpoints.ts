import * as z from 'zod'
import { Scope } from '#domain/account/principal.js'
import { type AthleteId, KeyId, WebhookId } from '#domain/values/id.schema.js'
import type { VouchedEndpoint } from '#domain/webhook/endpoint.js'
import { DeliverableType, DisabledReason } from '#domain/webhook/endpoint.schema.js'
import type { Voucher } from '#domain/webhook/voucher.js'
import { many, maybeOne, one, sql } from '../statement.js'

/**
 * When the key that vouches for an endpoint ended, by the database's clock; null while it lives,
 * and where there is none. A statement joins the key as `key`.
 */
export const keyEnd = sql`least(key.revoked_at, case when key.expires_at <= now() then key.expires_at end)`

/** The columns that say who vouches for an endpoint, of a statement that also joins the key. */
export const voucherColumns = sql`
      endpoint.key_id,
      case when endpoint.key_id is null then endpoint.granted_scopes else key.scopes end as scopes,
      ${keyEnd} as key_ended_at`

export const voucherRow = {
  key_id: KeyId.nullable(),
  scopes: z.array(Scope).nullable(),
  key_ended_at: z.date().nullable(),
}

/**
 * Tells who vouches for an endpoint. Where nobody noted it, it counts as the athlete's own, who may
 * read everything.
 */
export function voucherOf(row: z.output<z.ZodObject<typeof voucherRow>>): Voucher {
  return { keyId: row.key_id, scopes: new Set(row.scopes ?? Scope.options), ended: row.key_ended_at !== null }
}

const endpointRow = z.object({
  id: WebhookId,
  url: z.string(),
  event_types: z.array(DeliverableType),
  former_secret_until: z.date().nullable(),
  disabled_at: z.date().nullable(),
  disabled_reason: DisabledReason.nullable(),
  ...voucherRow,
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
})

function endpointOf(row: z.output<typeof endpointRow>): VouchedEndpoint {
  const voucher = voucherOf(row)
  const disabledAt = row.disabled_at ?? row.key_ended_at
  const endpoint = {
    id: row.id,
    url: row.url,
    eventTypes: row.event_types,
    disabled: disabledAt !== null,
    disabledAt: disabledAt?.toISOString() ?? null,
    disabledReason: voucher.ended ? 'key_ended' : row.disabled_at && row.disabled_reason,
    keyId: voucher.keyId,
    formerSecretUntil: row.former_secret_until?.toISOString() ?? null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  } as const
  return { endpoint, voucher }
}

/**
 * Selects an athlete's endpoints as they are at an instant, without their secrets, and who vouches
 * for each.
 */
const endpointsOf = ({ userId, now }: { userId: AthleteId; now: Date }) => sql`
    select
      endpoint.id,
      endpoint.url,
      endpoint.event_types,
      case when endpoint.former_secret_until > ${now}::timestamptz then endpoint.former_secret_until
        end as former_secret_until,
      endpoint.disabled_at,
      endpoint.disabled_reason,
      ${voucherColumns},
      endpoint.version,
      endpoint.created_at,
      endpoint.updated_at
    from webhook_endpoints as endpoint
    left join api_keys as key on key.id = endpoint.key_id
    where endpoint.user_id = ${userId}::uuid`

export const findWebhookEndpoint = maybeOne({
  name: 'findWebhookEndpoint',
  row: endpointRow,
  sql: ({ userId, webhookId, now }: { userId: AthleteId; webhookId: WebhookId; now: Date }) => sql`
    ${endpointsOf({ userId, now })}
      and endpoint.id = ${webhookId}::uuid`,
  map: endpointOf,
})

/** Lists an athlete's endpoints, the newest first. They always fit on one page. */
export const listWebhookEndpoints = many({
  name: 'listWebhookEndpoints',
  row: endpointRow,
  sql: (athlete: { userId: AthleteId; now: Date }) => sql`
    ${endpointsOf(athlete)}
    order by endpoint.created_at desc, endpoint.id desc`,
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
