import { RequestRefusal, refuseRequest } from '#orchestration/request-refusal.js'
import type { Received } from './exchange.js'
import { refuseForeignPreflight } from './origin-not-allowed.js'
import { respondWithProblem } from './response/respond.js'
import { allowedMethods, type Found, isDecodable } from './router.js'

/**
 * Answers a request that leads to no operation: OPTIONS with the methods of its address, another
 * method with METHOD_NOT_ALLOWED.
 *
 * Refuses with MALFORMED_REQUEST or ROUTE_NOT_FOUND when the address is none of ours, and with
 * ORIGIN_NOT_ALLOWED the preflight of a page that may not call.
 */
export function answerWithoutOperation(received: Received, found: Found | null): Response {
  const { environment, request } = received
  if (!isDecodable(request)) refuseRequest('MALFORMED_REQUEST', 'The address has a malformed percent-encoding.')
  const allow = allowedMethods(found ?? refuseRequest('ROUTE_NOT_FOUND', 'There is nothing at this address.'))
  if (request.method === 'OPTIONS') refuseForeignPreflight(request, environment.config.http.origins)
  const response =
    request.method === 'OPTIONS'
      ? new Response(null, { status: 204 })
      : respondWithProblem(new RequestRefusal('METHOD_NOT_ALLOWED', `Use ${allow}.`), received)
  response.headers.set('allow', allow)
  return response
}
