import { RequestRefusal, refuseRequest } from '#orchestration/request-refusal.js'
import type { Admitted, Identified, Routed } from './exchange.js'
import { admissionOf } from './quota.js'
import { noCredentials } from './response/respond.js'
import { noteRefusal } from './security-trail.js'

/**
 * Tells who sends a request. A public operation is nobody's, whoever calls it: its answers are
 * shared, so they cannot depend on who asks.
 */
export async function identify(routed: Routed): Promise<Identified> {
  const { environment, request, operation, requestId, now, deadline } = routed
  if (operation.access === 'public') return { ...routed, principal: null }
  const principal = await deadline.within(environment.authenticate(request, { requestId, now }))
  return { ...routed, principal }
}

/**
 * Lets a caller in who may run the operation. Refuses with UNAUTHENTICATED or INSUFFICIENT_SCOPE
 * who may not, and notes whom it refuses.
 */
export async function admit(identified: Identified): Promise<Admitted> {
  try {
    authorize(identified)
  } catch (refusal) {
    if (refusal instanceof RequestRefusal) await noteRefusal(identified, refusal)
    throw refusal
  }
  return { ...identified, admission: admissionOf(identified) }
}

function authorize({ operation: { access }, principal }: Identified): void {
  if (access === 'public') return
  const { scopes } = principal ?? refuseRequest('UNAUTHENTICATED', noCredentials)
  if (!scopes.has(access.scope)) refuseRequest('INSUFFICIENT_SCOPE', `The scope ${access.scope} is needed.`)
}
