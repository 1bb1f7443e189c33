import * as z from 'zod'
import { freeText, isStorable } from '#domain/values/text.schema.js'
import { TimeZone } from '#domain/values/time.schema.js'

/**
 * An email address; stored and compared in lower case, at most 254 characters (RFC 5321,
 * 4.5.3.1.3). Keyboards of phones add a space, so white space around it is dropped.
 */
export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((email) => email.toLowerCase())
  .meta({ description: 'An email address; case does not matter', example: 'ada@example.com', maxLength: 254 })

/** A password of 8 to 128 characters, whichever they are (NIST SP 800-63B, 5.1.1.2). */
export const Password = z
  .string()
  .min(8)
  .max(128)
  .refine(isStorable, { error: 'contains NUL or an unpaired surrogate' })
  .meta({ description: '8 to 128 characters', example: 'correct horse battery staple', maxLength: 128, minLength: 8 })

export const SignUp = z.strictObject({
  email: Email,
  password: Password,
  name: freeText(100).meta({ description: 'How the athlete wants to be called', example: 'Ada', maxLength: 100 }),
  timeZone: TimeZone.default('UTC'),
})

export const SignIn = z.strictObject({ email: Email, password: Password })

/** A request to delete an account. The password proves once more that the caller owns it. */
export const DeleteAccount = z.strictObject({ password: Password })

/** A request without a body, or with an empty object. */
export const Nothing = z.strictObject({})

export type NewAccount = z.output<typeof SignUp>
