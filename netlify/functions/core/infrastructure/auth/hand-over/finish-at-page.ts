import { APIError, callbackOAuth, createAuthEndpoint, isAPIError, sessionMiddleware } from 'better-auth/api'
import { parseUserOutput } from 'better-auth/db'
import * as z from 'zod'
import { type Context, type Flow, findFlow, Handed, isBegunBy } from './flow.js'
import { handedIdentifier } from './take-from-provider.js'

const Asked = z.object({ code: z.string(), codeVerifier: z.string() })

/** Signs in whom a provider has named, or makes an account for them. */
export const finishSignIn = createAuthEndpoint(
  '/sign-in/social/finish',
  { method: 'POST', body: Asked },
  async (context) => {
    const { handed, flow } = await takeHanded(context)
    if (flow.link) throw notHanded()
    const failed = await completeAtProvider(context, handed)
    const { newSession, options } = context.context
    if (failed !== null || !newSession) throw new APIError('BAD_REQUEST', { code: failed ?? 'no_session' })
    return context.json({ token: newSession.session.token, user: parseUserOutput(options, newSession.user) })
  },
)

/** Links the account at a provider to whoever is signed in, and has begun it. */
export const finishLink = createAuthEndpoint(
  '/link-social/finish',
  { method: 'POST', body: Asked, use: [sessionMiddleware] },
  async (context) => {
    const { handed, flow } = await takeHanded(context)
    if (flow.link?.userId !== context.context.session.user.id) throw notHanded()
    const failed = await completeAtProvider(context, handed)
    if (failed !== null) throw new APIError('BAD_REQUEST', { code: failed })
    return context.json({ status: true })
  },
)

/** Takes what was kept under a code, once, for the page that began. */
async function takeHanded(context: Context): Promise<{ handed: Handed; flow: Flow }> {
  const { code, codeVerifier } = Asked.parse(context.body)
  const kept = await context.context.internalAdapter.consumeVerificationValue(handedIdentifier(code))
  if (!kept) throw notHanded()
  const handed = Handed.parse(JSON.parse(kept.value))
  const flow = await findFlow(context, handed.state)
  if (!flow || !isBegunBy(flow, codeVerifier)) throw notHanded()
  return { handed, flow }
}

/** Lets Better Auth exchange the provider's code; the code of what failed, or null. */
async function completeAtProvider(context: Context, { provider, ...query }: Handed): Promise<string | null> {
  try {
    await callbackOAuth({ ...context, method: 'GET', params: { id: provider }, query, body: undefined })
  } catch (redirect) {
    if (!isAPIError(redirect)) throw redirect
    const location = new Headers(redirect.headers).get('location')
    if (location === null) throw redirect
    return URL.parse(location)?.searchParams.get('error') ?? null
  }
  return null
}

function notHanded(): APIError {
  return new APIError('BAD_REQUEST', { code: 'NOT_HANDED_OVER', message: 'The code is used, late, or of another page' })
}
