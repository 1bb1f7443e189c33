import { type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * Tells whose session a request has; null without one. A hook before an endpoint does not see yet what
 * the service makes of a bearer token.
 */
export async function userOfSession(context: Context) {
  const [, token] = /^bearer ([^.]+)/i.exec(context.headers?.get('authorization') ?? '') ?? []
  const { internalAdapter } = context.context
  const found = await (token === undefined ? getSessionFromCtx(context) : internalAdapter.findSession(token))
  return found?.user ?? null
}
