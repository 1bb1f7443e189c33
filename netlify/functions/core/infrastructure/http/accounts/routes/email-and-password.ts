import { SignIn, SignUp } from '#domain/account/credentials.schema.js'
import type { AccountRoute } from '../account-route.js'
import { SecondFactorNeeded, secondFactorNeeded } from '../answers/second-factor.schema.js'
import { SignedIn, SignedUp, VerificationNeeded } from '../answers/signed-in.schema.js'

export const emailAndPasswordRoutes = {
  signUp: {
    method: 'POST',
    path: '/auth/sign-up/email',
    summary: 'Create an account',
    description:
      'Signs in at once, and sends a mail that verifies the address, where this deployment sends mails. Where it demands verified addresses, nobody is signed in yet (202), and the answer is the same for an address that has an account, whose owner gets a mail. Limited to three attempts in ten seconds from one address. Under an `Idempotency-Key` a repeat within a day is answered as the first request, with a new session; with another password, name, time zone or other consents it is refused.',
    takesIdempotencyKey: true,
    input: { body: SignUp },
    unfinished: { description: 'The address must be verified first: a mail is on its way', output: VerificationNeeded },
    output: SignedUp,
    refusals: ['CONFLICT', 'IDEMPOTENCY_KEY_REUSED', 'RATE_LIMITED'],
  },
  signIn: {
    method: 'POST',
    path: '/auth/sign-in/email',
    summary: 'Sign in by email and password',
    description:
      'Limited to three attempts in ten seconds from one address, and to ten wrong passwords in 15 minutes with one email, whether there is an account or not. A repeat opens another session, so it takes no `Idempotency-Key`.',
    input: { body: SignIn },
    givesChallenge: { name: 'two_factor', answer: secondFactorNeeded, status: 202 },
    unfinished: {
      description: 'The password is right, and the account asks for a second factor: nobody is signed in yet',
      output: SecondFactorNeeded,
    },
    output: SignedIn,
    refusals: ['WRONG_CREDENTIALS', 'EMAIL_NOT_VERIFIED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
