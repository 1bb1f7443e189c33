import { parseTraceParent } from '#infrastructure/observability/trace-parent.js'
import type { Answered, Received } from './exchange.js'

/** What the platform passes to a function besides the request. */
export type Platform = {
  /** Keeps the function alive until the work is done, without delaying the answer. */
  readonly waitUntil?: (work: Promise<unknown>) => void
}

/** Milliseconds to wait for the collector at most: before the answer, and behind it. */
const sendMsMax = { before: 250, behind: 2_000 }

/** Records the trace of an answered request and returns its id; null without a collector. */
export async function traceRequest(answered: Answered): Promise<string | null> {
  const { environment, request, requestId, meter, startedAt, operation, response } = answered
  if (!environment.tracing) return null
  return environment.tracing.record({
    requestId,
    operation: operation?.id ?? null,
    route: operation && `/api/v1${operation.http.path}`,
    method: request.method,
    status: response.status,
    startedAt,
    parent: parseTraceParent(request.headers.get('traceparent')),
    units: meter.units,
  })
}

/**
 * Sends traces before the function can be frozen: behind the answer where the platform waits for
 * that, else before it. A collector that fails is logged and changes no answer.
 */
export async function sendTraces({ environment, requestId }: Received, platform: Platform): Promise<void> {
  const { tracing, log } = environment
  if (!tracing) return
  const send = (msMax: number) => tracing.send(msMax).catch((error: unknown) => log.failure(requestId, error))
  if (!platform.waitUntil) return send(sendMsMax.before)
  platform.waitUntil(send(sendMsMax.behind))
}
