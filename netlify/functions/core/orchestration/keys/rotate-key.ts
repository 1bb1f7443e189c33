import { event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { insertApiKey, revokeApiKey } from '#queries/api-keys.js'
import { moveWebhookEndpoints } from '#queries/webhook-endpoints-writes.js'
import { requireKey } from './support/find-key.js'
import { KeyPath, NewApiKey } from './support/key.schema.js'
import { assertWithin, hasExpired, makeKey, presentKey, revoked } from './support/make-key.js'

export const rotateKey = command({
  id: 'keys.rotate',
  http: { method: 'POST', path: '/me/keys/{keyId}/rotate', status: 201 },
  summary: 'Rotate an API key',
  description:
    'Makes a key with the same name, scopes and expiry, and revokes this one, in one step: so a device renews its own key. Webhooks of this key go on with the new one.',
  access: { scope: 'keys:write', freshSignIn: 'unless-own-key' },
  input: { params: KeyPath },
  output: NewApiKey,
  refusals: ['KEY_NOT_FOUND', 'KEY_SCOPES', 'CONFLICT', 'VERSION_MISMATCH'],
  location: ({ id }) => `/me/keys/${id}`,
  run: async (context, { params }) => {
    const found = await requireKey(context, params.keyId)
    expectVersion(context, found)
    if (found.revokedAt !== null) refuse('CONFLICT', 'The key is revoked: create a new one.')
    if (hasExpired(found, context.now)) refuse('CONFLICT', 'The key has expired: create a new one.')
    assertWithin(context, found.scopes)
    const userId = context.athleteId
    const { key, hash, secret } = makeKey(context, {
      name: found.name,
      scopes: found.scopes,
      expiresAt: found.expiresAt,
    })
    const output = { ...presentKey(key), key: secret }
    return {
      statements: [
        revokeApiKey({ userId, key: revoked(found, context.now) }),
        insertApiKey({ userId, key, hash }),
        moveWebhookEndpoints({ userId, from: found.id, to: key.id, now: context.now }),
      ],
      events: [event('key.rotated', found.id, context.now, { keyId: found.id, successorId: key.id })],
      output,
      keptOutput: { ...output, key: null },
    }
  },
})
