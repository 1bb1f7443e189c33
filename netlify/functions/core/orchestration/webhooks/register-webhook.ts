import { event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { differingFields } from '#domain/values/differing-fields.js'
import { WebhookId } from '#domain/values/id.schema.js'
import { registerEndpoint } from '#domain/webhook/endpoint.js'
import { endpointsMax, RegisterWebhook, WebhookEndpointWithSecret } from '#domain/webhook/endpoint.schema.js'
import { command } from '#orchestration/operation.js'
import { lockAthlete } from '#queries/users.js'
import { countWebhookEndpoints, findWebhookEndpoint } from '#queries/webhook-endpoints.js'
import { insertWebhookEndpoint } from '#queries/webhook-endpoints-writes.js'
import { assertDeliverable } from './support/assert-deliverable.js'
import { vouching } from './support/find-webhook.js'

export const registerWebhook = command({
  id: 'webhooks.register',
  http: { method: 'POST', path: '/me/webhooks', status: 201 },
  summary: 'Have events delivered',
  description: `Deliveries are signed by the scheme of Standard Webhooks, with the secret that only this answer shows. A webhook sends only events that you may read. One that an API key makes ends with the key. An athlete may have ${endpointsMax} webhooks.`,
  access: { scope: 'webhooks:write' },
  input: { body: RegisterWebhook },
  output: WebhookEndpointWithSecret,
  refusals: ['ACCOUNT_NOT_FOUND', 'ID_TAKEN', 'WEBHOOK_ADDRESS', 'WEBHOOK_LIMIT', 'WEBHOOK_SCOPES'],
  location: ({ id }) => `/me/webhooks/${id}`,
  existing: async (context, { body: { id: webhookId, ...given } }) => {
    const { athleteId: userId, now } = context
    const found = webhookId && (await context.read(findWebhookEndpoint({ userId, webhookId, now })))
    if (!found) return null
    return { output: { ...found.endpoint, secret: null }, differing: differingFields(given, found.endpoint) }
  },
  run: async (context, { body }) => {
    const { athleteId: userId, now } = context
    const caller = vouching(context)
    const endpoint = registerEndpoint(body.id ?? context.newId(WebhookId), body, caller, now)
    const count = await context.read(countWebhookEndpoints({ userId }))
    if (count >= endpointsMax)
      refuse('WEBHOOK_LIMIT', `You have ${endpointsMax} webhooks, which is as many as you may have: delete one first.`)
    const tools = context.webhookTools()
    await assertDeliverable(body.url, tools)
    const secret = tools.newSecret()
    const sealedSecret = tools.secrets.seal(secret, endpoint.id)
    return {
      statements: [
        lockAthlete({ userId }),
        insertWebhookEndpoint({ userId, sealedSecret, ...endpoint, scopes: caller.scopes }),
      ],
      events: [
        event('webhook.registered', endpoint.id, now, { webhookId: endpoint.id, eventTypes: endpoint.eventTypes }),
      ],
      output: { ...endpoint, secret },
      keptOutput: { ...endpoint, secret: null },
    }
  },
})
