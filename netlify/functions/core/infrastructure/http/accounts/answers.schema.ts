import * as z from 'zod'
import { AthleteId, Id } from '#domain/values/id.schema.js'
import { Instant, TimeZone } from '#domain/values/time.schema.js'

const Email = z.string().max(254).meta({ description: 'In lower case', example: 'ada@example.com', maxLength: 254 })

/** An account in the account service; `GET /me` shows the athlete's own view. */
export const Account = z
  .strictObject({
    id: Id,
    email: Email,
    emailVerified: z.boolean(),
    name: z.string().max(100).meta({ example: 'Ada', maxLength: 100 }),
    image: z.string().max(2_000).nullable(),
    timeZone: TimeZone,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Account' })

const SessionToken = z.string().max(100).meta({
  description:
    'Opens `/auth/*` as a bearer token for seven days, and is exchanged for access tokens at `GET /auth/token`',
  example: 'ikavsj7FmGff24QvsmRIZx9d20UhGT4Z',
  maxLength: 100,
})

const AccessToken = z.string().max(8_192).meta({
  description: 'A JWT that opens everything else as a bearer token for 15 minutes',
  example: 'eyJhbGciOiJFZERTQSIsImtpZCI6Ij...',
  maxLength: 8_192,
})

const signedIn = {
  token: SessionToken,
  accessToken: AccessToken,
  expiresIn: z.int().min(1).max(86_400).meta({ description: "The access token's life in seconds", example: 900 }),
  user: Account,
}

export const SignedUp = z.strictObject(signedIn).meta({ id: 'SignedUp' })

export const SignedIn = z
  .strictObject({ ...signedIn, redirect: z.boolean().meta({ description: 'Always false', example: false }) })
  .meta({ id: 'SignedIn' })

export const SignedOut = z.strictObject({ success: z.boolean() }).meta({ id: 'SignedOut' })

/** Null where there is no session. */
export const CurrentSession = z
  .strictObject({
    session: z.strictObject({
      id: Id,
      userId: AthleteId,
      token: SessionToken,
      expiresAt: Instant,
      createdAt: Instant,
      updatedAt: Instant,
      ipAddress: z.string().max(45).nullable(),
      userAgent: z.string().max(2_000).nullable(),
    }),
    user: Account,
  })
  .nullable()
  .meta({ id: 'CurrentSession' })

export const Token = z.strictObject({ token: AccessToken }).meta({ id: 'Token' })

const text = (max: number) => z.string().max(max)

/** RFC 7517; public halves only. */
export const KeySet = z
  .strictObject({
    keys: z.array(z.strictObject({ kid: Id, kty: text(10), alg: text(10), crv: text(20), x: text(100) })).max(100),
  })
  .meta({ id: 'KeySet', description: 'A JSON Web Key Set (RFC 7517)' })

export const AccountDeleted = z
  .strictObject({ success: z.boolean(), message: text(100).meta({ example: 'User deleted' }) })
  .meta({ id: 'AccountDeleted' })
