import { createAuthMiddleware } from 'better-auth/api'
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

/**
 * Adds `accessToken` and `expiresIn` (seconds) to the answers of sign-up and sign-in, which saves
 * the caller a request.
 */
export function handOutAccessToken(options: ReturnType<typeof jwtOptions>) {
  return createAuthMiddleware(async (context) => {
    const { newSession, returned } = context.context
    if (!/^\/sign-(up|in)\//.test(context.path) || !newSession || !isAnswer(returned)) return
    const issuedAt = Math.floor(Date.now() / 1000)
    const accessToken = await signJWT(context, {
      options,
      payload: { iat: issuedAt, sub: newSession.user.id, ...claimsOf(newSession.session) },
    })
    return context.json({ ...returned, accessToken, expiresIn: accessTokenSeconds })
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

function isAnswer(returned: unknown): returned is { token: string } {
  return typeof returned === 'object' && returned !== null && 'token' in returned
}
