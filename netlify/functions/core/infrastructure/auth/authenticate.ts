import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import { createRemoteJWKSet } from 'jose/jwks/remote'
import { decodeJwt } from 'jose/jwt/decode'
import { jwtVerify } from 'jose/jwt/verify'
import { clockToleranceSeconds } from '#domain/account/fresh-sign-in.js'
import { isScope, type Principal } from '#domain/account/principal.js'
import { AthleteId } from '#domain/values/id.schema.js'
import type { Issuer } from '#infrastructure/config/config.js'
import { claimsToBeKey } from './api-key.js'
import { bearerToken } from './bearer.js'
import { rejectCredentials } from './credentials-error.js'
import { type Proof, rememberedTokens } from './remembered-tokens.js'
import { errorOfToken, keysOrUnavailable } from './token-faults.js'

/** The request that asks: its id and its instant. */
export type Asked = { readonly requestId: string; readonly now: Date }

/** Tells who sends a request: null when it carries no credentials. */
export type Authenticate = (request: Request, asked: Asked) => Promise<Principal | null>

export type AuthenticatorParts = {
  readonly builtIn: { readonly issuer: string; readonly audience: string }
  /** Finds a key of the built-in issuer. */
  readonly keys: JWTVerifyGetKey
  readonly issuers: readonly Issuer[]
  /**
   * Tells whether an athlete has this id. A token of another issuer opens no account that does not
   * exist.
   */
  readonly athleteExists: (userId: AthleteId) => Promise<boolean>
  /** Tells whose API key this is. */
  readonly byKey: (key: string, asked: Asked) => Promise<Principal>
}

type Trusted = {
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly string[]
  readonly keys: JWTVerifyGetKey
  readonly isBuiltIn: boolean
}

/**
 * Verifies access tokens: exact issuer and audience, only the algorithms that the issuer may use,
 * 30 s of tolerance between clocks, and a subject that is an athlete's id. A token is verified once a
 * minute (`rememberedTokens`).
 *
 * Throws a CredentialsError for an invalid token, and one with SERVICE_UNAVAILABLE when the keys
 * cannot be loaded.
 */
export function authenticator({ builtIn, keys, issuers, athleteExists, byKey }: AuthenticatorParts): Authenticate {
  const trusted = [{ ...builtIn, algorithms: ['EdDSA'], keys, isBuiltIn: true }, ...issuers.map(trust)]
  const byIssuer = new Map<string, Trusted>(trusted.map((one) => [one.issuer, one]))
  const remembered = rememberedTokens()
  const prove = async (token: string, now: Date): Promise<Proof> => {
    const issuer = byIssuer.get(claimedIssuer(token))
    if (!issuer) rejectCredentials('The access token is of an issuer that is not trusted here.')
    const proof = proofOf(await verify(token, issuer, now), issuer)
    remembered.remember(token, proof)
    return proof
  }
  return async (request, asked) => {
    const token = bearerToken(request)
    if (token === null) return null
    if (claimsToBeKey(token)) return byKey(token, asked)
    const { principal, isBuiltIn } = remembered.find(token, asked.now) ?? (await prove(token, asked.now))
    const known = isBuiltIn || (await athleteExists(principal.userId))
    return known ? principal : rejectCredentials('The access token is of somebody who has no account here.')
  }
}

function trust({ issuer, audience, algorithms, jwksUrl }: Issuer): Trusted {
  return { issuer, audience, algorithms, keys: createRemoteJWKSet(new URL(jwksUrl)), isBuiltIn: false }
}

/** Reads the issuer that a token claims; nothing else is read before its signature holds. */
function claimedIssuer(token: string): string {
  if (!token.includes('.')) {
    rejectCredentials('This is no access token. A session token is exchanged for one at GET /api/v1/auth/token.')
  }
  try {
    return decodeJwt(token).iss ?? rejectCredentials('The access token names no issuer.')
  } catch (error) {
    throw errorOfToken(error)
  }
}

async function verify(token: string, trusted: Trusted, currentDate: Date): Promise<JWTPayload> {
  const { issuer, audience, algorithms, keys } = trusted
  try {
    const { payload } = await jwtVerify(token, keysOrUnavailable(keys), {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: clockToleranceSeconds,
      currentDate,
      requiredClaims: ['sub', 'exp'],
    })
    return payload
  } catch (error) {
    throw errorOfToken(error)
  }
}

function proofOf(claims: JWTPayload, { isBuiltIn }: Trusted): Proof {
  // the verification requires a time of expiry
  return { principal: principalOf(claims), isBuiltIn, notBefore: claims.nbf ?? null, expiresAt: claims.exp ?? 0 }
}

function principalOf({ sub, scope, auth_time: signedInAt }: JWTPayload): Principal {
  const id = AthleteId.safeParse(sub)
  // a subject is compared with its case (RFC 7519, 4.1.2)
  if (!id.success || id.data !== sub) rejectCredentials("The access token's subject is not the id of an athlete.")
  return {
    userId: id.data,
    scopes: new Set(typeof scope === 'string' ? scope.split(' ').filter(isScope) : []),
    keyId: null,
    signedInAt: typeof signedInAt === 'number' ? new Date(signedInAt * 1000) : null,
  }
}
