import { missingRight } from '#orchestration/missing-right.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import type { Admitted, Identified, Routed } from './exchange.js'
import { admissionOf } from './quota.js'
import { noCredentials } from './response/respond.js'
import { noteRefusal } from './security-trail.js'

/**
 * Tells who sends a request. A public operation is nobody's, even when a known caller sends it: its
 * answers are shared, so they cannot depend on the caller.
 */
export async function identify(routed: Routed): Promise<Identified> {
  const { environment, request, operation, requestId, now, deadline } = routed
  if (operation.access === 'public') return { ...routed, principal: null }
  const principal = await deadline.within(environment.authenticate(request, { requestId, now }))
  return { ...routed, principal }
}

/**
 * Lets a caller in who may run the operation. Refuses everybody else with UNAUTHENTICATED,
 * INSUFFICIENT_SCOPE or FRESH_SIGN_IN_NEEDED, and notes it.
 */
export async function admit(identified: Identified): Promise<Admitted> {
  const refusal = reasonAgainst(identified)
  if (refusal) {
    await noteRefusal(identified, refusal)
    throw refusal
  }
  return { ...identified, admission: admissionOf(identified) }
}

/** Tells why the caller may not run the operation; null where they may. */
function reasonAgainst({ operation: { access }, principal, now, params }: Identified): RequestRefusal | null {
  if (access === 'public') return null
  if (!principal) return new RequestRefusal('UNAUTHENTICATED', noCredentials)
  return missingRight(access, { principal, now, params })
}
