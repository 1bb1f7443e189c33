import { WebhookEndpoint } from '#domain/webhook/endpoint.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { listWebhookEndpoints } from '#queries/webhook-endpoints.js'

export const listWebhooks = query({
  id: 'webhooks.list',
  http: { method: 'GET', path: '/me/webhooks', status: 200 },
  summary: 'List my webhooks',
  description: 'Newest first; the list is never longer than a page. Secrets are not shown again.',
  access: { scope: 'webhooks:read' },
  input: {},
  output: pageOf(WebhookEndpoint),
  refusals: [],
  run: async (context) => {
    const { athleteId: userId, now } = context
    const endpoints = await context.read(listWebhookEndpoints({ userId, now }))
    return wholeList(endpoints.map(({ endpoint }) => endpoint))
  },
})
