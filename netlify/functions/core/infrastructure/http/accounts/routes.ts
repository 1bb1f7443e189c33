import type * as z from 'zod'
import { DeleteAccount, Nothing, SignIn, SignUp } from '#domain/account/credentials.schema.js'
import type { Method } from '#orchestration/contract.js'

/**
 * One thing that the account service does for clients. What is not listed here is not reachable.
 */
export type AccountRoute = {
  readonly method: Extract<Method, 'GET' | 'POST'>
  /** Below `/api/v1`. */
  readonly path: `/auth/${string}`
  /** What is sent; null where nothing is. */
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
