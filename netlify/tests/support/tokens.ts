import { randomUUID } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { accessTokenSeconds, builtInIssuer, everyScope } from '#infrastructure/auth/access-token.js'
import { withClient } from './with-client.js'

/** The public address that tests give the API (`BASE_URL`). */
export const testBaseUrl = 'http://localhost:8888'

/** Ten years, so that a test may set its clock to any day. */
export const lastingSeconds = 10 * 365 * 24 * 60 * 60

/**
 * The claims of a token. Those left out are as the account service would set them, and `null` omits
 * a claim.
 */
export type Claims = {
  readonly sub?: string | null
  readonly scope?: string | null
  readonly iss?: string | null
  readonly aud?: string | null
  /** Seconds from now; negative is in the past. */
  readonly expiresIn?: number | null
  /** Seconds from now; negative is in the past. */
  readonly signedIn?: number | null
}

export type TestIssuer = {
  readonly kid: string
  readonly publicKey: CryptoKey
  /**
   * Signs an access token with this issuer's key, good for 15 minutes and every scope unless the
   * claims say otherwise.
   */
  readonly issueToken: (claims: Claims, header?: { readonly kid?: string }) => Promise<string>
}

/**
 * Makes an issuer whose key is in `auth_jwks`, so that its tokens pass the real verification.
 *
 * @param databaseUrl of the owner, for a migrated database.
 * @param clock of the issuer.
 */
export async function testIssuer(
  databaseUrl: string,
  baseUrl: string = testBaseUrl,
  clock: () => Date = () => new Date(),
): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const kid = randomUUID()
  await enterKey(databaseUrl, kid, JSON.stringify(await exportJWK(publicKey)))
  const issueToken: TestIssuer['issueToken'] = (claims, header = {}) =>
    new SignJWT(payloadOf(claims, baseUrl, clock()))
      .setProtectedHeader({ alg: 'EdDSA', kid, ...header })
      .sign(privateKey)
  return { kid, publicKey, issueToken }
}

async function enterKey(databaseUrl: string, kid: string, publicKey: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(
      `insert into auth_jwks (id, public_key, private_key, alg, crv, expires_at)
       values ($1, $2, 'held by a test', 'EdDSA', 'Ed25519', now())`,
      [kid, publicKey],
    ),
  )
}

/** Returns the claims of a token, by default those of a fresh one of the account service. */
export function payloadOf(claims: Claims, baseUrl: string = testBaseUrl, at: Date = new Date()): JWTPayload {
  const now = Math.floor(at.getTime() / 1000)
  const { issuer, audience } = builtInIssuer(baseUrl)
  const { sub, scope = everyScope, iss = issuer, aud = audience, expiresIn = accessTokenSeconds } = claims
  const { signedIn = 0 } = claims
  const exp = expiresIn === null ? null : now + expiresIn
  const authTime = signedIn === null ? null : now + signedIn
  const all = { iat: now, sub, scope, iss, aud, exp, auth_time: authTime }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined))
}
