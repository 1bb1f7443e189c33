import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'

export const SessionToken = z.string().max(100).meta({
  description:
    'Opens `/auth/*` as a bearer token for seven days, and is exchanged for access tokens at `GET /auth/token`',
  example: 'ikavsj7FmGff24QvsmRIZx9d20UhGT4Z',
  maxLength: 100,
})

export const AccessToken = z.string().max(8_192).meta({
  description: 'A JWT that opens everything else as a bearer token for 15 minutes',
  example: 'eyJhbGciOiJFZERTQSIsImtpZCI6Ij...',
  maxLength: 8_192,
})

/** How long an access token opens the API. */
export const ExpiresIn = z
  .int()
  .min(1)
  .max(86_400)
  .meta({ description: "The access token's life in seconds", example: 900 })

export const Token = z
  .strictObject({
    accessToken: AccessToken,
    expiresIn: ExpiresIn,
    token: AccessToken.meta({ deprecated: true, description: 'The same under its former name' }),
  })
  .meta({ id: 'Token' })

const text = (max: number) => z.string().max(max)

/** RFC 7517; public halves only. */
export const KeySet = z
  .strictObject({
    keys: z.array(z.strictObject({ kid: Id, kty: text(10), alg: text(10), crv: text(20), x: text(100) })).max(100),
  })
  .meta({ id: 'KeySet', description: 'A JSON Web Key Set (RFC 7517)' })
