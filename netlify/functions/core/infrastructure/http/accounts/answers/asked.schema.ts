import * as z from 'zod'
import { Account } from './account.schema.js'
import { SessionToken } from './token.schema.js'

const status = z.boolean().meta({ example: true })

/** Says that something was asked for, and nothing of whether there is an account. */
export const Asked = z
  .strictObject({
    status,
    message: z.string().max(200).meta({ example: 'If this email exists in our system, check your email' }).optional(),
  })
  .meta({ id: 'MailAsked' })

export const Done = z.strictObject({ status }).meta({ id: 'AccountChanged' })

export const Verified = z
  .strictObject({
    status,
    user: Account.nullish().meta({ description: 'Where the address is another one now' }),
  })
  .meta({ id: 'AddressVerified' })

export const PasswordChanged = z
  .strictObject({
    sessionToken: SessionToken.nullable().meta({ description: 'Of the new session; null where the sessions went on' }),
    user: Account,
  })
  .meta({ id: 'PasswordChanged' })
