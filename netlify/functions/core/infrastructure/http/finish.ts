import type { Meter } from '#database/metered.js'
import type { Answered } from './exchange.js'
import { rateLimitHeaders } from './quota-answers.js'
import { corsHeaders, securityHeaders } from './response/headers.js'
import { traceRequest } from './trace.js'

/** Adds the headers that every answer has, removes the body for HEAD, and logs the request. */
export async function finish(answered: Answered): Promise<Response> {
  const { environment, request, requestId, meter, operation, response } = answered
  const durationMs = performance.now() - answered.startedAt
  const traceId = await traceRequest(answered)
  // ours alone: each response is made for its request
  const { headers } = response
  const cors = corsHeaders(request, environment.config.http.origins)
  const always = { ...securityHeaders, ...cors, ...rateLimitHeaders(answered) }
  for (const [name, value] of Object.entries(always)) headers.set(name, value)
  headers.set('x-request-id', requestId)
  headers.set('server-timing', serverTiming(meter, durationMs))
  environment.log.request({
    requestId,
    operation: operation?.id ?? null,
    method: request.method,
    status: response.status,
    durationMs: Math.round(durationMs),
    roundTrips: meter.roundTrips,
    databaseMs: Math.round(meter.milliseconds),
    ...(traceId ? { traceId } : {}),
  })
  // any other answer stays as it is: to pass on its body would make a stream of a text
  return request.method === 'HEAD' ? new Response(null, { status: response.status, headers }) : response
}

// statements that run at the same time may add up to more than the whole request
function serverTiming({ roundTrips, milliseconds }: Meter, durationMs: number): string {
  const trips = `${roundTrips} round trip${roundTrips === 1 ? '' : 's'}`
  return `db;dur=${milliseconds.toFixed(1)};desc="${trips}", app;dur=${Math.max(0, durationMs - milliseconds).toFixed(1)}`
}
