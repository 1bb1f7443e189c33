import * as z from 'zod'
import { Account } from './account.schema.js'
import { AccessToken, SessionToken } from './token.schema.js'

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
