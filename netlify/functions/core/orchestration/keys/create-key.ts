import { event } from '#domain/event/event.js'
import { refuse } from '#domain/refusal.js'
import { differingFields } from '#domain/values/differing-fields.js'
import { command } from '#orchestration/operation.js'
import { countLiveApiKeys, ensureRoomForApiKey, findApiKey, insertApiKey } from '#queries/api-keys.js'
import { lockAthlete } from '#queries/users.js'
import { CreateApiKey, NewApiKey } from './support/key.schema.js'
import { assertWithin, keysMax, makeKey, presentKey } from './support/make-key.js'

export const createKey = command({
  id: 'keys.create',
  http: { method: 'POST', path: '/me/keys', status: 201 },
  summary: 'Create an API key',
  description: `Makes a key for a script or a device. The key itself is shown once; only a digest of it is stored. Its scopes lie within your own. An athlete may have ${keysMax} keys that are neither revoked nor expired.`,
  access: { scope: 'keys:write', freshSignIn: 'always' },
  input: { body: CreateApiKey },
  output: NewApiKey,
  refusals: ['ACCOUNT_NOT_FOUND', 'KEY_LIMIT', 'KEY_SCOPES', 'ID_TAKEN', 'INVALID_INPUT'],
  location: ({ id }) => `/me/keys/${id}`,
  existing: async (context, { body: { id, ...given } }) => {
    const key = id && (await context.read(findApiKey({ userId: context.athleteId, id })))
    if (!key) return null
    return { output: { ...presentKey(key), key: null }, differing: differingFields(given, key) }
  },
  run: async (context, { body }) => {
    const { athleteId: userId, now } = context
    assertWithin(context, body.scopes)
    const expiresAt = body.expiresAt ?? null
    if (expiresAt !== null && expiresAt <= now.toISOString()) {
      refuse('INVALID_INPUT', 'The body is not as it should be.', [
        { pointer: '/expiresAt', code: 'VALUE', detail: 'must lie in the future' },
      ])
    }
    if ((await context.read(countLiveApiKeys({ userId, now }))) >= keysMax) {
      refuse('KEY_LIMIT', `There are ${keysMax} keys already: revoke one first.`)
    }
    const { key, hash, secret } = makeKey(context, { ...body, expiresAt })
    const output = { ...presentKey(key), key: secret }
    return {
      statements: [
        lockAthlete({ userId }),
        ensureRoomForApiKey({ userId, now, keysMax }),
        insertApiKey({ userId, key, hash }),
      ],
      events: [event('key.created', key.id, now, { keyId: key.id, scopes: [...key.scopes] })],
      output,
      keptOutput: { ...output, key: null },
    }
  },
})
