import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { parseUserOutput } from 'better-auth/db'
import { type jwt, signJWT } from 'better-auth/plugins/jwt'
import { accessTokenSeconds, builtInIssuer, everyScope, keyGraceSeconds } from './access-token.js'
import { tables } from './tables.js'

const keyRotationSeconds = 90 * 24 * 60 * 60

type JwtOptions = NonNullable<Parameters<typeof jwt>[0]>

/** The options of access tokens: signed with Ed25519 by keys that change every 90 days. */
export function jwtOptions(baseUrl: string) {
  return {
    schema: { jwks: tables.jwks },
    disableSettingJwtHeader: true,
    jwks: {
      keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' },
      rotationInterval: keyRotationSeconds,
      gracePeriod: keyGraceSeconds,
    },
    jwt: {
      ...builtInIssuer(baseUrl),
      expirationTime: `${accessTokenSeconds}s`,
      definePayload: ({ session }) => claimsOf(session),
    },
  } satisfies JwtOptions
}

/** The paths at which a session begins, or another one takes its place. */
const sessionBegins = /^\/(sign-(up|in)\/|passkey\/verify-authentication$|two-factor\/(verify-|disable$))/

/** Tells whether the answer at a path of the account service holds an access token. */
export function isSigning(path: string | undefined): boolean {
  return path === '/token' || sessionBegins.test(path ?? '')
}

/**
 * Answers wherever a session begins with its token, who is signed in, and an access token with the
 * seconds for which it is valid (`expiresIn`), which saves the caller a request.
 */
export function handOutAccessToken(options: ReturnType<typeof jwtOptions>) {
  return createAuthMiddleware(async (context) => {
    const { newSession, returned, options: service } = context.context
    if (!sessionBegins.test(context.path) || !newSession || !isAnswer(returned)) return
    const { session, user } = newSession
    const issuedAt = Math.floor(Date.now() / 1000)
    const payload = { iat: issuedAt, sub: user.id, ...claimsOf(session) }
    const accessToken = await signJWT(context, { options, payload })
    return context.json({
      ...('redirect' in returned ? { redirect: returned.redirect } : {}),
      token: session.token,
      accessToken,
      expiresIn: accessTokenSeconds,
      user: parseUserOutput(service, user),
    })
  })
}

/**
 * Returns the claims of an access token: what it opens, and when the athlete signed in
 * (`auth_time`, RFC 9470). A session begins with a sign-in, and keeps its beginning when it is
 * prolonged.
 */
function claimsOf({ createdAt }: { readonly createdAt: Date }) {
  return { scope: everyScope, auth_time: Math.floor(createdAt.getTime() / 1000) }
}

function isAnswer(returned: unknown): returned is object {
  return typeof returned === 'object' && returned !== null && !isAPIError(returned)
}
