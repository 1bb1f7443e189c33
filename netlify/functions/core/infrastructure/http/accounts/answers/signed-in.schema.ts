import * as z from 'zod'
import { Account } from './account.schema.js'
import { AccessToken, ExpiresIn, SessionToken } from './token.schema.js'

const signedIn = {
  sessionToken: SessionToken,
  token: SessionToken.meta({ deprecated: true, description: 'The same under its former name' }),
  accessToken: AccessToken,
  expiresIn: ExpiresIn,
  user: Account,
}

/** A session that has just begun. */
export const SessionOpened = z.strictObject(signedIn).meta({ id: 'SessionOpened' })

export const SignedUp = z.strictObject(signedIn).meta({ id: 'SignedUp' })

/** An account that nobody is signed in to yet. */
export const VerificationNeeded = z.strictObject({ user: Account }).meta({ id: 'VerificationNeeded' })

export const SignedIn = z
  .strictObject({ ...signedIn, redirect: z.boolean().meta({ description: 'Always false', example: false }) })
  .meta({ id: 'SignedIn' })
