import type { Identity } from '#database/unit-of-work.js'
import type { Principal } from '#domain/account/principal.js'
import { refuse } from '#domain/refusal.js'
import type { Operation } from '#orchestration/contract.js'
import { noCredentials } from './response/respond.js'

/** Refuses with UNAUTHENTICATED or INSUFFICIENT_SCOPE who may not call the operation. */
export function authorize({ access }: Operation, principal: Principal | null): void {
  if (access === 'public') return
  const { scopes } = principal ?? refuse('UNAUTHENTICATED', noCredentials)
  if (!scopes.has(access.scope)) refuse('INSUFFICIENT_SCOPE', `The scope ${access.scope} is needed.`)
}

/** For whom the database works. A public operation is nobody's, whoever calls it. */
export function identityOf({ access }: Operation, principal: Principal | null): Identity {
  return access === 'public' || !principal ? { kind: 'visitor' } : { kind: 'athlete', userId: principal.userId }
}
