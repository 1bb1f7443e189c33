import { refuse } from '#domain/refusal.js'
import type { WebhookId } from '#domain/values/id.schema.js'
import type { WebhookEndpoint } from '#domain/webhook/endpoint.schema.js'
import type { Context } from '#orchestration/context.js'
import { findWebhookEndpoint } from '#queries/webhook-endpoints.js'

/** Reads one of the athlete's webhooks. Refuses with WEBHOOK_NOT_FOUND. */
export async function findWebhook(context: Context, webhookId: WebhookId): Promise<WebhookEndpoint> {
  const { athleteId: userId, now } = context
  return (await context.read(findWebhookEndpoint({ userId, webhookId, now }))) ?? webhookNotFound()
}

/** Refuses: the athlete has no such webhook. */
export function webhookNotFound(): never {
  return refuse('WEBHOOK_NOT_FOUND', 'You have no such webhook.')
}
