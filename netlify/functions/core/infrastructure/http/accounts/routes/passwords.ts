import {
  ChangePassword,
  OpenPasswordReset,
  RequestPasswordReset,
  ResetPassword,
} from '#domain/account/credentials.schema.js'
import { type AccountRoute, bySessionToken } from '../account-route.js'
import { Asked, Done, PasswordChanged } from '../answers/asked.schema.js'
import { ofLink } from '../meanings/mails.js'
import { ofCurrentPassword } from '../meanings/passwords.js'

export const passwordRoutes = {
  requestPasswordReset: {
    method: 'POST',
    path: '/auth/request-password-reset',
    summary: 'Send a mail that sets a new password',
    description:
      'The answer is the same for every address, also where there is no account. With `redirectTo`, the mail has a link to that page; without, it has a code, which `POST /auth/reset-password` takes. Either works once, and for an hour. Three mails an hour to an address; beyond, it is refused with 429, whether there is an account or not.',
    input: { body: RequestPasswordReset },
    output: Asked,
    refusals: ['MAIL_NOT_CONFIGURED', 'RATE_LIMITED'],
  },
  openPasswordReset: {
    method: 'GET',
    path: '/auth/reset-password/{code}',
    summary: 'Open the link of a mail that sets a new password',
    description: 'Changes nothing, so that a program which opens links beforehand does no harm.',
    input: OpenPasswordReset,
    output: null,
    meanings: ofLink,
    redirects: 'To `callbackURL`, with `token` where the link is valid, else with `error`',
    refusals: [],
  },
  resetPassword: {
    method: 'POST',
    path: '/auth/reset-password',
    summary: 'Set a new password by the token of a mail',
    description:
      'Ends every session of the account. Access tokens that were handed out open the API for up to 15 minutes more. A repeat is refused, because the token works once; it takes no `Idempotency-Key`.',
    input: { body: ResetPassword },
    output: Done,
    refusals: ['LINK_NOT_VALID', 'RATE_LIMITED'],
  },
  changePassword: {
    method: 'POST',
    path: '/auth/change-password',
    summary: 'Change the password',
    takesSessionToken: true,
    description: `${bySessionToken} With \`revokeOtherSessions\`, every session ends, and the answer has the token of a new one. Ten wrong passwords in 15 minutes, here and at sign-in together, are refused with 429.`,
    input: { body: ChangePassword },
    output: PasswordChanged,
    meanings: ofCurrentPassword,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
