import { Nothing } from '#domain/account/credentials.schema.js'
import { type AccountRoute, bySessionToken } from '../account-route.js'
import { CurrentSession, SignedOut } from '../answers/session.schema.js'

export const sessionRoutes = {
  signOut: {
    method: 'POST',
    path: '/auth/sign-out',
    summary: 'End the session',
    takesSessionToken: true,
    description: `${bySessionToken} A repeat is answered alike, without an \`Idempotency-Key\`.`,
    input: { body: Nothing },
    output: SignedOut,
    refusals: [],
  },
  session: {
    method: 'GET',
    path: '/auth/get-session',
    summary: 'Show the current session',
    takesSessionToken: true,
    description: `${bySessionToken} Answers null where there is none.`,
    input: {},
    output: CurrentSession,
    refusals: [],
  },
} as const satisfies Record<string, AccountRoute>
