import type { Identity } from '#database/unit-of-work.js'
import { refuse } from '#domain/refusal.js'
import type { Principal } from './call.js'
import type { Endpoint } from './endpoint.js'
import { noCredentials } from './response/respond.js'

/** Refuses with UNAUTHENTICATED or INSUFFICIENT_SCOPE who may not call the operation. */
export function authorize({ access }: Endpoint, principal: Principal | null): void {
  if (access === 'public') return
  const { scopes } = principal ?? refuse('UNAUTHENTICATED', noCredentials)
  if (!scopes.has(access.scope)) refuse('INSUFFICIENT_SCOPE', `The scope ${access.scope} is needed.`)
}

/** For whom the database works. A public operation is nobody's, whoever calls it. */
export function identityOf({ access }: Endpoint, principal: Principal | null): Identity {
  return access === 'public' || !principal ? { kind: 'visitor' } : { kind: 'athlete', userId: principal.userId }
}
