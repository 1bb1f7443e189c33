import * as z from 'zod'
import { readableTypes } from '#domain/event/reading-scope.js'
import { DeliveryId, type WebhookId } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { WebhookDelivery } from '#domain/webhook/delivery.schema.js'
import type { Context } from '#orchestration/context.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { webhookNotFound } from '#orchestration/refusals.js'
import { settledDeliveryDaysMax } from '#queries/housekeeping.js'
import { listWebhookDeliveries } from '#queries/webhook-deliveries.js'
import { findWebhookEndpoint } from '#queries/webhook-endpoints.js'
import { WebhookPath } from './support/find-webhook.js'

export const listDeliveries = query({
  id: 'webhooks.listDeliveries',
  http: { method: 'GET', path: '/me/webhooks/{webhookId}/deliveries', status: 200 },
  summary: 'List what was and will be delivered',
  description: `The delivery log of a webhook, newest event first: those of events that you may read. A delivery stays in it for ${settledDeliveryDaysMax} days after it was delivered or given up.`,
  access: { scope: 'webhooks:read' },
  input: { params: WebhookPath, query: z.strictObject(pageQuery) },
  output: pageOf(WebhookDelivery),
  refusals: ['INVALID_CURSOR', 'WEBHOOK_NOT_FOUND'],
  run: (context, { params: { webhookId }, query: { limit, cursor } }) =>
    readPage(beside(context, webhookId), {
      of: 'webhooks.listDeliveries',
      filters: { webhookId },
      limit,
      cursor,
      keys: z.tuple([Instant, DeliveryId]),
      keysOf: ({ createdAt, id }: WebhookDelivery): [string, DeliveryId] => [createdAt, id],
      list: (after, count) =>
        listWebhookDeliveries({
          userId: context.athleteId,
          webhookId,
          types: readableTypes(context.scopes),
          after: after && { createdAt: after[0], id: after[1] },
          limit: count,
        }),
    }),
})

/**
 * Wraps the context so that its reads also check, in the same round trip, that the webhook exists:
 * an empty log is not a missing webhook.
 */
function beside(context: Context, webhookId: WebhookId): Context {
  const { athleteId: userId, now } = context
  return {
    ...context,
    read: async (statement) => {
      const [endpoint, result] = await context.readAll([findWebhookEndpoint({ userId, webhookId, now }), statement])
      return endpoint ? result : webhookNotFound()
    },
  }
}
