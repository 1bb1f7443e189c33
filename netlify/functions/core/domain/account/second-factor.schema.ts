import * as z from 'zod'
import { Password } from './credentials.schema.js'

/** What the service handed out to whoever began, and wants back. It says nothing to the client. */
export const Challenge = z
  .string()
  .regex(/^[A-Za-z0-9._+/=-]{1,200}$/, 'must be a challenge as it was answered')
  .meta({
    description: 'The `challenge` of the answer that asked for this, as it is',
    example: '2fa-Vb3kqTz0XyLwEo1RnUsa.5tq2fFv0mX1yWb8xVQmS2m6Qm0J7p4kq1C9rYb3nZt8=',
    maxLength: 200,
  })

const TotpCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'must be six digits')
  .meta({ description: 'What the authenticator app shows', example: '287082', maxLength: 6, minLength: 6 })

export const BackupCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/, 'must look like "k3Jd9-Xq2Lm"')
  .meta({
    description: 'One of the backup codes; each opens once',
    example: 'k3Jd9-Xq2Lm',
    maxLength: 11,
    minLength: 11,
  })

/** What opens an account besides its password. */
export const SecondFactorMethod = z.enum(['totp', 'backup-code']).meta({
  id: 'SecondFactorMethod',
  description: 'A code of an authenticator app, or one of the backup codes',
  example: 'totp',
})

/** A password, as proof that its owner asks. */
export const ByPassword = z.strictObject({ password: Password })

export const ConfirmTotp = z.strictObject({ code: TotpCode })

export const SignInByTotp = z.strictObject({ challenge: Challenge, code: TotpCode })

export const SignInByBackupCode = z.strictObject({ challenge: Challenge, code: BackupCode })
