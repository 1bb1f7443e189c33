import { Scope } from '#domain/account/principal.js'

/**
 * Seconds for which an access token is valid. The session that issues new ones lives for days and
 * can be ended at once.
 */
export const accessTokenSeconds = 15 * 60

/**
 * Seconds for which a key still verifies after it stopped signing; longer than any token that it
 * signed can live.
 */
export const keyGraceSeconds = 24 * 60 * 60

/** The claim `scope` (RFC 8693, 4.2) of athletes who sign in themselves: every scope. */
export const everyScope = Scope.options.join(' ')

/** Tells the issuer and the audience of the built-in issuer's tokens. */
export function builtInIssuer(baseUrl: string): { readonly issuer: string; readonly audience: string } {
  const origin = new URL(baseUrl).origin
  return { issuer: origin, audience: `${origin}/api/v1` }
}
