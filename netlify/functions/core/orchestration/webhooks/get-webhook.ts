import { WebhookEndpoint } from '#domain/webhook/endpoint.schema.js'
import { query } from '#orchestration/operation.js'
import { findWebhook, WebhookPath } from './support/find-webhook.js'

export const getWebhook = query({
  id: 'webhooks.get',
  http: { method: 'GET', path: '/me/webhooks/{webhookId}', status: 200 },
  summary: 'Get one of my webhooks',
  access: { scope: 'webhooks:read' },
  input: { params: WebhookPath },
  output: WebhookEndpoint,
  refusals: ['WEBHOOK_NOT_FOUND'],
  run: async (context, { params: { webhookId } }) => (await findWebhook(context, webhookId)).endpoint,
})
