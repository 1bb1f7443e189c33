import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'
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
    twoFactorEnabled: z.boolean().meta({ description: 'Whether a code is asked for after the password' }),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Account' })

export const AccountDeleted = z
  .strictObject({ success: z.boolean(), message: z.string().max(100).meta({ example: 'User deleted' }) })
  .meta({ id: 'AccountDeleted' })
