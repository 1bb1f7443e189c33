import * as z from 'zod'
import { DeliveryId, WebhookId } from '#domain/values/id.schema.js'
import type { VouchedEndpoint } from '#domain/webhook/endpoint.js'
import type { Voucher } from '#domain/webhook/voucher.js'
import type { Context } from '#orchestration/context.js'
import { webhookNotFound } from '#orchestration/refusals.js'
import { findWebhookEndpoint } from '#queries/webhook-endpoints.js'

/** The path of one webhook. */
export const WebhookPath = z.strictObject({ webhookId: WebhookId.meta({ description: 'Id of the webhook' }) })

/** The path of one delivery of a webhook. */
export const DeliveryPath = WebhookPath.extend({
  deliveryId: DeliveryId.meta({ description: 'Id of the delivery' }),
})

/** Reads one of the athlete's webhooks, and who vouches for it. Refuses with WEBHOOK_NOT_FOUND. */
export async function findWebhook(context: Context, webhookId: WebhookId): Promise<VouchedEndpoint> {
  const { athleteId: userId, now } = context
  return (await context.read(findWebhookEndpoint({ userId, webhookId, now }))) ?? webhookNotFound()
}

/** The caller, as one who vouches for what a webhook sends. */
export function vouching({ keyId, scopes }: Pick<Context, 'keyId' | 'scopes'>): Voucher {
  return { keyId, scopes, ended: false }
}
