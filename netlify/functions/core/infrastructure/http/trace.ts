import type { Meter } from '#database/metered.js'
import { parseTraceParent } from '#infrastructure/observability/trace-parent.js'
import type { Operation } from '#orchestration/contract.js'
import type { Environment } from './environment.js'

/** What the platform gives a function beside the request. */
export type Platform = {
  /** Keeps the function alive until then, and the answer does not wait. */
  readonly waitUntil?: (work: Promise<unknown>) => void
}

/**
 * How long the collector is waited for at most, in milliseconds: while the caller waits too, and
 * behind the answer.
 */
const sendMsMax = { before: 250, behind: 2_000 }

type Served = {
  readonly environment: Environment
  readonly requestId: string
  readonly meter: Meter
  readonly startedAt: number
  readonly operation: Operation | null
}

/**
 * Records the trace of a request that has been answered; its id, or null where there is no
 * collector.
 */
export async function traceRequest(request: Request, status: number, served: Served): Promise<string | null> {
  const { environment, requestId, meter, startedAt, operation } = served
  if (!environment.tracing) return null
  return environment.tracing.record({
    requestId,
    operation: operation?.id ?? null,
    route: operation && `/api/v1${operation.http.path}`,
    method: request.method,
    status,
    startedAt,
    parent: parseTraceParent(request.headers.get('traceparent')),
    units: meter.units,
  })
}

/**
 * Sends traces before the function can be frozen: behind the answer where the platform waits for
 * that, else before it. A collector that does not take them is written down, and changes no answer.
 */
export async function sendTraces({ environment, requestId }: Served, platform: Platform): Promise<void> {
  const { tracing, log } = environment
  if (!tracing) return
  const send = (msMax: number) => tracing.send(msMax).catch((error: unknown) => log.failure(requestId, error))
  if (!platform.waitUntil) return send(sendMsMax.before)
  platform.waitUntil(send(sendMsMax.behind))
}
