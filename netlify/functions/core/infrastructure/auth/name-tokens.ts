import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import * as z from 'zod'
import { accessTokenSeconds } from './access-token.js'

/** An answer with a token, under the service's own name for whatever kind it is. */
const WithToken = z.looseObject({ token: z.string().nullable(), accessToken: z.string().optional() })

/**
 * Gives the two kinds of tokens two names: `sessionToken` wherever a session begins, and `accessToken`
 * with `expiresIn` (seconds) for what a session is exchanged for.
 */
export function nameTokens() {
  const handler = createAuthMiddleware(async (context) => {
    const answer = WithToken.safeParse(context.context.returned).data
    const named = answer && withNames(context.path, answer)
    return named ? context.json(named) : undefined
  })
  return { id: 'name-tokens', hooks: { after: [{ matcher: () => true, handler }] } } satisfies BetterAuthPlugin
}

function withNames(path: string, { token, ...answer }: z.output<typeof WithToken>): object | null {
  if (path === '/token') return { token, accessToken: token, expiresIn: accessTokenSeconds }
  if (path === '/change-password') return { ...answer, sessionToken: token }
  return answer.accessToken === undefined ? null : { ...answer, token, sessionToken: token }
}
