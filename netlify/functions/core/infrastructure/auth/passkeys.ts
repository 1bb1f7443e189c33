import { passkey } from '@better-auth/passkey'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { tables } from './tables.js'

/**
 * Lets athletes sign in by passkeys (WebAuthn), which are bound to the host of this deployment. The
 * authenticator must know its owner, by a PIN or a finger, so that a passkey is two factors in one; and
 * it must keep the passkey, so that nobody types an email address.
 */
export const passkeys = (baseUrl: string) =>
  passkey({
    rpID: new URL(baseUrl).hostname,
    rpName: 'CalisthenIQ',
    // null: the origin of the request, which `knownOrigins` has looked at
    origin: null,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: ({ verification }) => assertOwner(verification.registrationInfo?.userVerified) },
    authentication: {
      afterVerification: ({ verification }) => assertOwner(verification.authenticationInfo.userVerified),
    },
    schema: { passkey: tables.passkey },
  })

/**
 * Refuses what a passkey was asked for by a page that is not trusted here, although the browser found it
 * to be one of this host: another port, or a neighbour's subdomain.
 */
export function knownOrigins() {
  const handler = createAuthMiddleware(async ({ headers, context }) => {
    const origin = headers?.get('origin') ?? ''
    if (!context.isTrustedOrigin(origin)) {
      throw new APIError('FORBIDDEN', { code: 'INVALID_ORIGIN', message: 'The origin is not trusted' })
    }
  })
  return {
    id: 'known-origins',
    hooks: { before: [{ matcher: ({ path }) => path?.startsWith('/passkey/verify-') ?? false, handler }] },
  } satisfies BetterAuthPlugin
}

function assertOwner(isVerified: boolean | undefined): void {
  if (isVerified) return
  throw new APIError('UNAUTHORIZED', {
    code: 'OWNER_NOT_VERIFIED',
    message: 'The authenticator did not ask for its owner',
  })
}
