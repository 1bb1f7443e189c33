import * as z from 'zod'
import { AthleteId, Id } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { Account } from './account.schema.js'
import { SessionToken } from './token.schema.js'

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
