import { query } from '#orchestration/operation.js'
import { requireKey } from './support/find-key.js'
import { ApiKeyResource, KeyPath } from './support/key.schema.js'
import { presentKey } from './support/make-key.js'

export const getKey = query({
  id: 'keys.get',
  http: { method: 'GET', path: '/me/keys/{keyId}', status: 200 },
  summary: 'Get an API key',
  description: 'What is known of a key; never the key itself.',
  access: { scope: 'keys:read' },
  input: { params: KeyPath },
  output: ApiKeyResource,
  refusals: ['KEY_NOT_FOUND'],
  run: async (context, { params }) => presentKey(await requireKey(context, params.keyId)),
})
