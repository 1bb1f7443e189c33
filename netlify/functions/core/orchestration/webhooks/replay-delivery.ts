import { event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { replayDelivery as replayed } from '#domain/webhook/delivery.js'
import { WebhookDelivery } from '#domain/webhook/delivery.schema.js'
import { assertReadable } from '#domain/webhook/voucher.js'
import { command } from '#orchestration/operation.js'
import { findWebhookDelivery } from '#queries/webhook-deliveries.js'
import { replayWebhookDelivery } from '#queries/webhook-deliveries-writes.js'
import { DeliveryPath } from './support/find-webhook.js'

export const replayDelivery = command({
  id: 'webhooks.replayDelivery',
  http: { method: 'POST', path: '/me/webhooks/{webhookId}/deliveries/{deliveryId}/replay', status: 200 },
  summary: 'Deliver an event again',
  description: 'Due at once, under the same `webhook-id`, whatever became of it before.',
  access: { scope: 'webhooks:write' },
  input: { params: DeliveryPath },
  output: WebhookDelivery,
  refusals: ['CONFLICT', 'WEBHOOK_DELIVERY_NOT_FOUND', 'WEBHOOK_SCOPES'],
  run: async (context, { params }) => {
    const { athleteId: userId, now } = context
    const found = await context.read(findWebhookDelivery({ userId, ...params }))
    if (!found) return refuse('WEBHOOK_DELIVERY_NOT_FOUND', 'You have no such delivery.')
    const { delivery, eventType, endpointDisabled, underWay } = found
    assertReadable(context, [eventType])
    const output = replayed(delivery, { now, endpointDisabled, underWay })
    return {
      statements: [replayWebhookDelivery({ userId, id: output.id, nextAttemptAt: now.toISOString() })],
      events: [event('webhook.deliveryReplayed', params.webhookId, now, params)],
      output,
    }
  },
})
