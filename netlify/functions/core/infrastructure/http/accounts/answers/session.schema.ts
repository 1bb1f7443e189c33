import * as z from 'zod'
import { AthleteId, Id } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { pageOf } from '#orchestration/paging.js'
import { Account } from './account.schema.js'
import { SessionToken } from './token.schema.js'

export const SignedOut = z.strictObject({ success: z.boolean() }).meta({ id: 'SignedOut' })

const ofDevice = {
  ipAddress: z.string().max(45).nullable(),
  userAgent: z.string().max(2_000).nullable(),
}

export const ListedSession = z
  .strictObject({
    id: Id,
    isCurrent: z.boolean().meta({ description: 'Whether it is the session that asks' }),
    createdAt: Instant,
    updatedAt: Instant.meta({ description: 'When it was prolonged last' }),
    expiresAt: Instant,
    ...ofDevice,
  })
  .meta({ id: 'ListedSession' })

export const SessionList = pageOf(ListedSession)

export const SessionsEnded = z
  .strictObject({ ended: z.int().min(0).max(1_000_000).meta({ description: 'How many ended', example: 1 }) })
  .meta({ id: 'SessionsEnded' })

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
      ...ofDevice,
    }),
    user: Account,
  })
  .nullable()
  .meta({ id: 'CurrentSession' })
