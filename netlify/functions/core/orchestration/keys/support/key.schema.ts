import * as z from 'zod'
import { Scope } from '#domain/account/principal.js'
import { KeyId, Version } from '#domain/values/id.schema.js'
import { posted } from '#domain/values/posted.js'
import { freeText } from '#domain/values/text.schema.js'
import { GivenInstant, Instant } from '#domain/values/time.schema.js'

export const KeyPath = z.strictObject({ keyId: KeyId.meta({ description: 'Id of the API key' }) })

const Scopes = z
  .array(Scope)
  .min(1)
  .max(Scope.options.length)
  .refine((given) => new Set(given).size === given.length, { error: 'names a scope twice' })
  .meta({ description: 'What the key may do', example: ['sessions:read', 'sessions:write'] })

const Name = freeText(100).meta({ description: 'What the athlete calls it', example: 'Watch' })

/** An API key as its owner sees it. */
export const ApiKeyResource = z
  .strictObject({
    id: KeyId,
    name: Name,
    prefix: z
      .string()
      .max(12)
      .meta({ description: 'The first characters, to recognise it by', example: 'ciq_3fJk8Qz1' }),
    scopes: z
      .array(z.string().max(40))
      .max(100)
      .meta({ description: 'What the key may do', example: ['sessions:read'] }),
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().meta({ description: 'When it was last used, to the minute' }),
    revokedAt: Instant.nullable(),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'ApiKey', description: 'An API key; the key itself is shown once, when it is made' })
export type ApiKeyResource = z.output<typeof ApiKeyResource>

/** A new API key, with the key itself. */
export const NewApiKey = ApiKeyResource.extend({
  key: z.string().max(60).nullable().meta({
    description: 'The key itself. It is shown once: the answer to a repeat has null',
    example: 'ciq_… (shown once)',
  }),
}).meta({ id: 'NewApiKey', description: 'An API key with the key itself' })
export type NewApiKey = z.output<typeof NewApiKey>

export const CreateApiKey = posted({
  id: KeyId.optional(),
  name: Name,
  scopes: Scopes,
  expiresAt: GivenInstant.optional().meta({ description: 'When it ends; never when it is left out' }),
}).meta({ id: 'CreateApiKey', example: { name: 'Watch', scopes: ['sessions:read', 'sessions:write'] } })
export type CreateApiKey = Readonly<z.output<typeof CreateApiKey>>
