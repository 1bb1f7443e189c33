import { ChangeEmail } from '#domain/account/credentials.schema.js'
import { type AccountRoute, ofLately } from '../account-route.js'
import { Done } from '../answers/asked.schema.js'

export const emailChangeRoutes = {
  changeEmail: {
    method: 'POST',
    path: '/auth/change-email',
    summary: 'Ask to change the email address',
    takesSessionToken: true,
    freshSignIn: true,
    description: `${ofLately} A verified address gets a mail first, which confirms the change; then the new address gets one, which verifies it. Until both links were opened, nothing changes. The answer is the same when the new address has an account; then no mail is sent.`,
    input: { body: ChangeEmail },
    output: Done,
    refusals: ['UNAUTHENTICATED', 'FRESH_SIGN_IN_NEEDED', 'MAIL_NOT_CONFIGURED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
