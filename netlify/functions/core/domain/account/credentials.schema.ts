import * as z from 'zod'
import { posted } from '#domain/values/posted.js'
import { freeText, isStorable } from '#domain/values/text.schema.js'
import { TimeZone } from '#domain/values/time.schema.js'
import { Purpose } from './purpose.schema.js'

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

/**
 * A page of the app's own to return to from a mail. Only origins that may call from a browser are led
 * to, or a path of this deployment.
 */
const page = (what: string) =>
  z.string().max(2_000).meta({ description: what, example: 'https://app.example.com/account', maxLength: 2_000 })

const token = (max: number) =>
  z.string().min(1).max(max).meta({ description: 'Of the mail', example: 'ikavsj7FmGff24QvsmRIZx9d', maxLength: max })

const ReturnPage = page('The page that the link of the mail leads to in the end; it gets `error` where the link failed')
const ResetPage = page(
  'The page that sets the new password; it gets `token`. Without it, the mail has a code to type in',
)

/** The zone that days are counted in. A guess would put "today" a day off for half of the world. */
const OwnTimeZone = z
  .string({
    error: ({ input }) =>
      input === undefined
        ? "is needed, so that a day is the athlete's own: in a browser, Intl.DateTimeFormat().resolvedOptions().timeZone"
        : undefined,
  })
  .max(64)
  .pipe(TimeZone)
  .meta({
    description: 'An IANA time zone; in a browser, `Intl.DateTimeFormat().resolvedOptions().timeZone`',
    example: 'Europe/Berlin',
    maxLength: 64,
  })

export const SignUp = posted({
  email: Email,
  password: Password,
  name: freeText(100).meta({ description: 'How the athlete wants to be called', example: 'Ada', maxLength: 100 }),
  timeZone: OwnTimeZone,
  consents: z
    .array(Purpose)
    .max(2)
    .meta({
      description: 'What the athlete agreed to when asked; more can be said at `/me/consents`',
      example: ['health-data'],
    })
    .exactOptional(),
  callbackURL: ReturnPage.exactOptional(),
})

export const SignIn = z.strictObject({ email: Email, password: Password })

/**
 * A request to delete an account. The password proves once more that the caller owns it; without one, a
 * sign-in of the last minutes does.
 */
export const DeleteAccount = posted({ password: Password.exactOptional() })

/** A mail that verifies an address. */
export const SendVerification = posted({ email: Email, callbackURL: ReturnPage.exactOptional() })

/** The link of such a mail. */
export const VerifyEmail = z.strictObject({ token: token(4_096), callbackURL: ReturnPage.exactOptional() })

export const RequestPasswordReset = posted({ email: Email, redirectTo: ResetPage.exactOptional() })

/** The link of a mail that was asked for with a page. */
export const OpenPasswordReset = {
  params: z.strictObject({ code: token(100) }),
  query: z.strictObject({ callbackURL: ResetPage }),
}

export const ResetPassword = z.strictObject({ token: token(100), newPassword: Password })

export const ChangePassword = posted({
  currentPassword: Password,
  newPassword: Password,
  revokeOtherSessions: z
    .boolean()
    .meta({ description: 'Ends every session of the account, and begins a new one for the caller', example: true })
    .exactOptional(),
})

export const ChangeEmail = posted({ newEmail: Email, callbackURL: ReturnPage.exactOptional() })

/** A request without a body, or with an empty object. */
export const Nothing = z.strictObject({})

export type NewAccount = z.output<typeof SignUp>
