import { event } from '#domain/event/event.js'
import { rotateSecret } from '#domain/webhook/endpoint.js'
import { WebhookEndpointWithSecret } from '#domain/webhook/endpoint.schema.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { rotateWebhookSecret as storeSecret } from '#queries/webhook-endpoints-writes.js'
import { findWebhook, vouching, WebhookPath } from './support/find-webhook.js'

export const rotateWebhookSecret = command({
  id: 'webhooks.rotateSecret',
  http: { method: 'POST', path: '/me/webhooks/{webhookId}/rotate-secret', status: 200 },
  summary: 'Get a new secret for one of my webhooks',
  description:
    'Answers the new secret, never again. For a day deliveries carry both signatures; a former secret of before ends at once.',
  access: { scope: 'webhooks:write' },
  input: { params: WebhookPath },
  output: WebhookEndpointWithSecret,
  refusals: ['VERSION_MISMATCH', 'WEBHOOK_NOT_FOUND', 'WEBHOOK_SCOPES'],
  run: async (context, { params: { webhookId } }) => {
    const { athleteId: userId, now } = context
    const { endpoint: before } = await findWebhook(context, webhookId)
    expectVersion(context, before)
    const endpoint = rotateSecret(before, vouching(context), now)
    const { newSecret, secrets } = context.webhookTools()
    const secret = newSecret()
    const sealedSecret = secrets.seal(secret, webhookId)
    return {
      statements: [storeSecret({ userId, sealedSecret, ...endpoint })],
      events: [event('webhook.secretRotated', webhookId, now, { webhookId })],
      output: { ...endpoint, secret },
      keptOutput: { ...endpoint, secret: null },
    }
  },
})
