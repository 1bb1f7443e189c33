import { freshSignInSeconds, isFreshSignIn } from '#domain/account/fresh-sign-in.js'
import type { AccountService } from '#infrastructure/auth/better-auth.js'
import { refuseRequest } from '#orchestration/request-refusal.js'
import type { AccountCall } from './account-call.js'
import { serviceRequest } from './service-request.js'

/**
 * Refuses with FRESH_SIGN_IN_NEEDED a session that began too long ago for what the route does. A request
 * without a session passes: the service itself refuses it.
 */
export async function assertFreshSession(service: AccountService, call: AccountCall): Promise<void> {
  const { freshSignIn } = call.route
  const isNeeded = typeof freshSignIn === 'function' ? freshSignIn(call.input.body) : freshSignIn
  if (!isNeeded) return
  const { headers } = await serviceRequest(service, call)
  const found = await service.api.getSession({ headers })
  if (!found || isFreshSignIn(found.session.createdAt, new Date())) return
  refuseRequest(
    'FRESH_SIGN_IN_NEEDED',
    `The sign-in must not be older than ${freshSignInSeconds / 60} minutes: sign in again, and repeat the request with the new session token.`,
  )
}
