import { event } from '#domain/event/event.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { deleteWebhookEndpoint } from '#queries/webhook-endpoints-writes.js'
import { findWebhook, WebhookPath } from './support/find-webhook.js'

export const deleteWebhook = command({
  id: 'webhooks.delete',
  http: { method: 'DELETE', path: '/me/webhooks/{webhookId}', status: 204 },
  summary: 'Delete one of my webhooks',
  description: 'Its delivery log goes with it, and what was on its way.',
  access: { scope: 'webhooks:write' },
  input: { params: WebhookPath },
  output: null,
  refusals: ['VERSION_MISMATCH', 'WEBHOOK_NOT_FOUND'],
  run: async (context, { params: { webhookId } }) => {
    const { athleteId: userId, now } = context
    const { endpoint } = await findWebhook(context, webhookId)
    expectVersion(context, endpoint)
    return {
      statements: [deleteWebhookEndpoint({ userId, id: webhookId, version: endpoint.version })],
      events: [event('webhook.deleted', webhookId, now, { webhookId })],
      output: undefined,
    }
  },
})
