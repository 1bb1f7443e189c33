import { SignIn, SignUp } from '#domain/account/credentials.schema.js'
import type { AccountRoute } from '../account-route.js'
import { SignedIn, SignedUp } from '../answers/signed-in.schema.js'

export const emailAndPasswordRoutes = {
  signUp: {
    method: 'POST',
    path: '/auth/sign-up/email',
    summary: 'Create an account',
    description:
      'Signs in at once. Limited to three attempts in ten seconds from one address. Under an `Idempotency-Key` a repeat within a day is answered as the first request, with a new session; with another password, name or time zone it is refused.',
    takesIdempotencyKey: true,
    input: { body: SignUp },
    output: SignedUp,
    refusals: ['CONFLICT', 'IDEMPOTENCY_KEY_REUSED', 'RATE_LIMITED'],
  },
  signIn: {
    method: 'POST',
    path: '/auth/sign-in/email',
    summary: 'Sign in by email and password',
    description:
      'Limited to three attempts in ten seconds from one address. A repeat opens another session, so it takes no `Idempotency-Key`.',
    input: { body: SignIn },
    output: SignedIn,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
