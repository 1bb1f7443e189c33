import { type AccountRoute, bySessionToken } from '../account-route.js'
import { KeySet, Token } from '../answers/token.schema.js'

export const tokenRoutes = {
  token: {
    method: 'GET',
    path: '/auth/token',
    summary: 'Exchange the session token for an access token',
    takesSessionToken: true,
    description: bySessionToken,
    input: {},
    output: Token,
    refusals: ['UNAUTHENTICATED'],
  },
  keys: {
    method: 'GET',
    path: '/auth/jwks',
    summary: 'List the keys that access tokens are verified with',
    description: 'For services of your own that accept access tokens; keys change every 90 days.',
    input: {},
    output: KeySet,
    refusals: [],
  },
} as const satisfies Record<string, AccountRoute>
