import type * as z from 'zod'
import { DeleteAccount, Nothing, SignIn, SignUp } from '#domain/account/credentials.schema.js'
import type { Method } from '#orchestration/contract.js'

/**
 * A route of the account service that clients may call. A route that is not listed is not
 * reachable.
 */
export type AccountRoute = {
  readonly method: Extract<Method, 'GET' | 'POST'>
  /** Below `/api/v1`. */
  readonly path: `/auth/${string}`
  /** The schema of the body; null when there is none. */
  readonly body: z.ZodType | null
}

export const accountRoutes = {
  signUp: { method: 'POST', path: '/auth/sign-up/email', body: SignUp },
  signIn: { method: 'POST', path: '/auth/sign-in/email', body: SignIn },
  signOut: { method: 'POST', path: '/auth/sign-out', body: Nothing },
  session: { method: 'GET', path: '/auth/get-session', body: null },
  token: { method: 'GET', path: '/auth/token', body: null },
  keys: { method: 'GET', path: '/auth/jwks', body: null },
  deleteAccount: { method: 'POST', path: '/auth/delete-user', body: DeleteAccount },
} as const satisfies Record<string, AccountRoute>
