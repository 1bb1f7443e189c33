import { event } from '#domain/event/event.js'
import { changeEndpoint } from '#domain/webhook/endpoint.js'
import { ChangeWebhook, WebhookEndpoint } from '#domain/webhook/endpoint.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { updateWebhookEndpoint } from '#queries/webhook-endpoints-writes.js'
import { assertDeliverable } from './support/assert-deliverable.js'
import { findWebhook, vouching, WebhookPath } from './support/find-webhook.js'

export const changeWebhook = command({
  id: 'webhooks.change',
  http: { method: 'PATCH', path: '/me/webhooks/{webhookId}', status: 200 },
  summary: 'Change one of my webhooks',
  description:
    'A merge patch (RFC 7396). Events that happen while a webhook is disabled are not delivered to it, and those that were on their way are given up when their next attempt is due. More, or elsewhere, is sent only to a caller who may read all of it. Whoever gives the `url`, or enables a webhook whose key has ended, vouches for it from then on.',
  access: { scope: 'webhooks:write' },
  input: { params: WebhookPath, body: ChangeWebhook },
  output: WebhookEndpoint,
  refusals: ['VERSION_MISMATCH', 'WEBHOOK_ADDRESS', 'WEBHOOK_NOT_FOUND', 'WEBHOOK_SCOPES'],
  run: async (context, { params: { webhookId }, body }) => {
    const { athleteId: userId, now } = context
    const before = await findWebhook(context, webhookId)
    expectVersion(context, before.endpoint)
    const { endpoint, voucher, fields } = changeEndpoint(before, body, vouching(context), now)
    if (fields.length === 0) return { statements: [], events: [], output: endpoint }
    if (fields.includes('url')) await assertDeliverable(endpoint.url, context.webhookTools())
    return {
      statements: [updateWebhookEndpoint({ userId, ...endpoint, scopes: voucher.scopes })],
      events: [event('webhook.changed', webhookId, now, { webhookId, fields: [...fields] })],
      output: endpoint,
    }
  },
})
