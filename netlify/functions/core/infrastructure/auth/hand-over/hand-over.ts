import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import type { Provider } from '#infrastructure/config/provider-settings.js'
import { finishLink, finishSignIn } from './finish-at-page.js'
import { takeFromProvider } from './take-from-provider.js'

/**
 * Brings what a provider says to the page that began, on whatever origin, without a cookie and without a
 * token in an address: the page sends the digest of a secret when it begins, and the secret itself when
 * it finishes, as in RFC 7636. Until then nothing happens, so that neither a link of somebody else nor an
 * address that was seen signs anybody in or links anything.
 */
export const handOver = (providers: readonly Provider[]) =>
  ({
    id: 'hand-over',
    endpoints: {
      takeFromProvider,
      finishSignIn,
      finishLink,
      listProviders: createAuthEndpoint('/providers', { method: 'GET' }, async (context) =>
        context.json({ providers: providers.map(({ id, name }) => ({ id, name })) }),
      ),
    },
  }) satisfies BetterAuthPlugin
