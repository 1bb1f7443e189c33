import { SendVerification, VerifyEmail } from '#domain/account/credentials.schema.js'
import type { AccountRoute } from '../account-route.js'
import { Asked, Verified } from '../answers/asked.schema.js'
import { ofLink } from '../meanings/mails.js'

const limited = 'Three mails an hour to an address; beyond, it is refused with 429, whether there is an account or not.'

export const emailVerificationRoutes = {
  sendVerification: {
    method: 'POST',
    path: '/auth/send-verification-email',
    summary: 'Send the mail that verifies an address again',
    description: `Signing up sends the first. The answer is the same for every address, also where there is no account or nothing to verify. ${limited}`,
    input: { body: SendVerification },
    output: Asked,
    refusals: ['MAIL_NOT_CONFIGURED', 'RATE_LIMITED'],
  },
  verifyEmail: {
    method: 'GET',
    path: '/auth/verify-email',
    summary: 'Open the link of a mail that verifies an address',
    description:
      'The link works for 24 hours; opened again, it is answered alike. It also confirms a change of the address: first from the old one, then from the new one.',
    input: { query: VerifyEmail },
    output: Verified,
    meanings: ofLink,
    redirects: 'To `callbackURL`, where the link has one; with `error` where it failed',
    refusals: ['LINK_NOT_VALID', 'CONFLICT'],
  },
} as const satisfies Record<string, AccountRoute>
