import { event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { command } from '#orchestration/operation.js'
import { insertApiKey, listApiKeys } from '#queries/api-keys.js'
import { CreateApiKey, NewApiKey } from './support/key.schema.js'
import { assertWithin, keysMax, makeKey, presentKey } from './support/make-key.js'

export const createKey = command({
  id: 'keys.create',
  http: { method: 'POST', path: '/me/keys', status: 201 },
  summary: 'Create an API key',
  description:
    'Makes a key for a script or a device. The key itself is shown once; only a digest of it is stored. Its scopes lie within your own.',
  access: { scope: 'keys:write', freshSignIn: 'always' },
  input: { body: CreateApiKey },
  output: NewApiKey,
  refusals: ['KEY_LIMIT', 'KEY_SCOPES', 'ID_TAKEN', 'INVALID_INPUT'],
  location: ({ id }) => `/me/keys/${id}`,
  run: async (context, { body }) => {
    assertWithin(context, body.scopes)
    const expiresAt = body.expiresAt ? new Date(body.expiresAt).toISOString() : null
    if (expiresAt !== null && expiresAt <= context.now.toISOString()) {
      refuse('INVALID_INPUT', 'The body is not as it should be.', [
        { pointer: '/expiresAt', code: 'VALUE', detail: 'must lie in the future' },
      ])
    }
    const userId = context.athleteId
    const keys = await context.read(listApiKeys({ userId, afterCreatedAt: null, afterId: null, limit: 1_000 }))
    if (keys.filter(({ revokedAt }) => revokedAt === null).length >= keysMax) {
      refuse('KEY_LIMIT', `There are ${keysMax} keys already: revoke one first.`)
    }
    const { key, hash, secret } = makeKey(context, { ...body, expiresAt })
    const output = { ...presentKey(key), key: secret }
    return {
      statements: [insertApiKey({ userId, key, hash })],
      events: [event('key.created', key.id, context.now, { keyId: key.id, scopes: [...key.scopes] })],
      output,
      keptOutput: { ...output, key: null },
    }
  },
})
