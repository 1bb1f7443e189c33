import { Scope } from '#domain/account/principal.js'

/**
 * How long an access token is good for. A session, from which new ones are had, lives for days and
 * can be ended at once.
 */
export const accessTokenSeconds = 15 * 60

/**
 * How long after it stopped signing a key still verifies; longer than any token that it signed can
 * live.
 */
export const keyGraceSeconds = 24 * 60 * 60

/** The claim `scope` (RFC 8693, 4.2) of those who sign in themselves: everything. */
export const everyScope = Scope.options.join(' ')

/** What tokens of the built-in issuer say of who made them, and for whom. */
export function builtInIssuer(baseUrl: string): { readonly issuer: string; readonly audience: string } {
  const origin = new URL(baseUrl).origin
  return { issuer: origin, audience: `${origin}/api/v1` }
}
