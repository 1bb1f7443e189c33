import { meterInForce, newMeter } from '#database/metered.js'
import { newId } from '#infrastructure/new-id.js'
import type { Operation } from '#orchestration/contract.js'
import { deadlineIn } from './deadline.js'
import { environment as deployment, type Environment } from './environment.js'
import type { Received } from './exchange.js'
import { internalError, refusalOfFailure } from './failures.js'
import { finish } from './finish.js'
import { requestIdOf } from './request/request-id.js'
import { securityHeaders } from './response/headers.js'
import { respondWithProblem } from './response/respond.js'
import { type LateOperation, operationFor, route } from './router.js'
import { run } from './run.js'
import { type Platform, sendTraces } from './trace.js'
import { answerWithoutOperation } from './without-operation.js'

/** Serves operations over HTTP: the default export of every function. Late ones are loaded when they are asked for. */
export function serve(
  operations: readonly (Operation | LateOperation)[],
  environmentOf: () => Environment = deployment,
): (request: Request, platform?: Platform) => Promise<Response> {
  return route(operations, async (request, found, platform) => {
    const environment = built(environmentOf)
    if (!environment) return notConfigured(request)
    const received = receive(request, environment)
    const routed = operationFor(received, found)
    const answer = () => (routed ? run(routed) : answerWithoutOperation(received, found))
    const response = await meterInForce.run(received.meter, () => orProblem(received, answer))
    const finished = await finish({ ...received, operation: routed?.operation ?? null, response })
    await sendTraces(received, platform)
    return finished
  })
}

/**
 * Builds the environment; null when the settings are wrong. There is no logger then, so the error
 * goes to standard error.
 */
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

function receive(request: Request, environment: Environment): Received {
  return {
    environment,
    request,
    requestId: requestIdOf(request, environment.newId),
    baseUrl: environment.config.auth.baseUrl,
    now: environment.clock(),
    startedAt: performance.now(),
    deadline: deadlineIn(environment.config.http.deadlineMs),
    meter: newMeter(),
  }
}

/** Returns the response of `work`, or the problem of its failure. */
async function orProblem(received: Received, work: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalOfFailure(error)
    if (!refusal || refusal.code === 'SERVICE_UNAVAILABLE') received.environment.log.failure(received.requestId, error)
    return respondWithProblem(refusal ?? internalError, received)
  }
}
