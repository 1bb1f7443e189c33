import { event } from '#domain/event/event.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { revokeApiKey } from '#queries/api-keys.js'
import { requireKey } from './support/find-key.js'
import { ApiKeyResource, KeyPath } from './support/key.schema.js'
import { presentKey, revoked } from './support/make-key.js'

export const revokeKey = command({
  id: 'keys.revoke',
  http: { method: 'POST', path: '/me/keys/{keyId}/revoke', status: 200 },
  summary: 'Revoke an API key',
  description:
    'The key is refused from the next request on, and its webhooks send nothing more. A revoked key is answered as it is.',
  access: { scope: 'keys:write' },
  input: { params: KeyPath },
  output: ApiKeyResource,
  refusals: ['KEY_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params }) => {
    const found = await requireKey(context, params.keyId)
    expectVersion(context, found)
    if (found.revokedAt !== null) return { statements: [], events: [], output: presentKey(found) }
    const key = revoked(found, context.now)
    return {
      statements: [revokeApiKey({ userId: context.athleteId, key })],
      events: [event('key.revoked', key.id, context.now, { keyId: key.id })],
      output: presentKey(key),
    }
  },
})
