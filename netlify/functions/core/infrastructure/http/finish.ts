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
  const headers = new Headers(response.headers)
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
  return new Response(request.method === 'HEAD' ? null : response.body, { status: response.status, headers })
}

// statements that run at the same time may add up to more than the whole request
function serverTiming({ roundTrips, milliseconds }: Meter, durationMs: number): string {
  const trips = `${roundTrips} round trip${roundTrips === 1 ? '' : 's'}`
  return `db;dur=${milliseconds.toFixed(1)};desc="${trips}", app;dur=${Math.max(0, durationMs - milliseconds).toFixed(1)}`
}
