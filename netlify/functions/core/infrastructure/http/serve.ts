import { v7 as newId } from 'uuid'
import type { Admission } from '#database/admission.js'
import { type Meter, newMeter } from '#database/metered.js'
import { Refusal } from '#domain/refusal.js'
import type { Deadline, Method, Operation } from '#orchestration/contract.js'
import { deadlineIn } from './deadline.js'
import { environment as deployment, type Environment } from './environment.js'
import { internalError, refusalOfFailure } from './failures.js'
import { rateLimitHeaders } from './quota.js'
import { requestIdOf } from './request/request-id.js'
import { corsHeaders, securityHeaders } from './response/headers.js'
import { respond, respondWithProblem } from './response/respond.js'
import { allowedMethods, isDecodable, type Routed, route } from './router.js'
import { run } from './run.js'
import { type Platform, sendTraces, traceRequest } from './trace.js'

/** What is known of a request while it is served. */
type Served = {
  readonly environment: Environment
  readonly requestId: string
  readonly now: Date
  readonly deadline: Deadline
  readonly meter: Meter
  readonly startedAt: number
  operation: Operation | null
  admission: Admission | null
}

/** Serves operations over HTTP: the default export of every function. */
export function serve(
  operations: readonly Operation[],
  environmentOf: () => Environment = deployment,
): (request: Request, platform?: Platform) => Promise<Response> {
  return route(operations, async (request, routed, platform) => {
    const environment = built(environmentOf)
    if (!environment) return notConfigured(request)
    const served: Served = {
      environment,
      requestId: requestIdOf(request, environment.newId),
      now: environment.clock(),
      deadline: deadlineIn(environment.config.http.deadlineMs),
      meter: newMeter(),
      startedAt: performance.now(),
      operation: null,
      admission: null,
    }
    const response = await finish(request, await answer(request, routed, served), served)
    await sendTraces(served, platform)
    return response
  })
}

/** Null when the settings are wrong: then there is no logger either, so standard error is told. */
function built(environmentOf: () => Environment): Environment | null {
  try {
    return environmentOf()
  } catch (error) {
    console.error(error)
    return null
  }
}

function notConfigured(request: Request): Response {
  const response = respondWithProblem(internalError, { requestId: newId(), baseUrl: new URL(request.url).origin })
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  return response
}

async function answer(request: Request, routed: Routed | null, served: Served): Promise<Response> {
  const context = { requestId: served.requestId, baseUrl: served.environment.config.auth.baseUrl }
  try {
    if (!isDecodable(request)) throw new Refusal('MALFORMED_REQUEST', 'The address has a malformed percent-encoding.')
    if (!routed) throw new Refusal('ROUTE_NOT_FOUND', 'There is nothing at this address.')
    if (request.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { allow: allowedMethods(routed) } })
    const operation = operationOf(request, routed)
    if (!operation) return methodNotAllowed(routed, context)
    return respond(request, operation, await run(request, Object.assign(served, { operation, params: routed.params })))
  } catch (error) {
    const refusal = refusalOfFailure(error)
    if (!refusal || refusal.code === 'SERVICE_UNAVAILABLE') served.environment.log.failure(served.requestId, error)
    return respondWithProblem(refusal ?? internalError, context)
  }
}

/** HEAD is GET without a body. */
function operationOf({ method }: Request, { byMethod }: Routed): Operation | undefined {
  return byMethod.get((method === 'HEAD' ? 'GET' : method) as Method)
}

function methodNotAllowed(routed: Routed, context: { requestId: string; baseUrl: string }): Response {
  const allow = allowedMethods(routed)
  const response = respondWithProblem(new Refusal('METHOD_NOT_ALLOWED', `Use ${allow}.`), context)
  response.headers.set('allow', allow)
  return response
}

/** Adds the headers of every answer, takes the body from HEAD, and writes the request down. */
async function finish(request: Request, response: Response, served: Served): Promise<Response> {
  const { environment, requestId, meter, startedAt, operation } = served
  const durationMs = performance.now() - startedAt
  const traceId = await traceRequest(request, response.status, served)
  const headers = new Headers(response.headers)
  const cors = corsHeaders(request, environment.config.http.corsOrigins)
  const always = { ...securityHeaders, ...cors, ...rateLimitHeaders(served.admission) }
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

// what runs at the same time may add up to more than the whole
function serverTiming({ roundTrips, milliseconds }: Meter, durationMs: number): string {
  const trips = `${roundTrips} round trip${roundTrips === 1 ? '' : 's'}`
  return `db;dur=${milliseconds.toFixed(1)};desc="${trips}", app;dur=${Math.max(0, durationMs - milliseconds).toFixed(1)}`
}
