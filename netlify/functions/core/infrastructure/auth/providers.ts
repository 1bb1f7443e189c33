import type { BetterAuthOptions } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { Provider } from '#infrastructure/config/provider-settings.js'

/** The providers that Better Auth knows by name. */
export function knownProviders(providers: readonly Provider[]): NonNullable<BetterAuthOptions['socialProviders']> {
  return Object.fromEntries(
    providers
      .filter(({ discoveryUrl }) => discoveryUrl === null)
      .map(({ id, clientId, clientSecret, scopes }) => [id, { clientId, clientSecret, scope: [...scopes] }]),
  )
}

/**
 * All other providers of OpenID Connect. An ID token counts only when its signature, issuer, audience and
 * nonce hold.
 */
export function discoveredProviders(providers: readonly Provider[]) {
  const config = providers.flatMap(({ id, name, discoveryUrl, clientId, clientSecret, scopes }) =>
    discoveryUrl === null
      ? []
      : [
          {
            providerId: id,
            name,
            discoveryUrl,
            clientId,
            clientSecret,
            scopes: [...new Set(['openid', 'email', 'profile', ...scopes])],
            requireIdTokenVerification: true,
          },
        ],
  )
  return config.length > 0 ? [genericOAuth({ config })] : []
}
