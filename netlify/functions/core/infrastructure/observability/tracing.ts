import type { TracingSettings } from '#infrastructure/config/tracing-settings.js'
import { noAnswer, within } from '#infrastructure/time/within.js'
import type { TracedRequest } from './span-facts.js'
import { openSpans } from './spans.js'

/** Traces, where a collector is configured. Nothing that goes wrong with it reaches a request. */
export type Tracing = {
  /**
   * Records a request that has been answered; the id of its trace, or null when that could not be
   * done.
   */
  readonly record: (request: TracedRequest) => Promise<string | null>
  /**
   * Sends what has been recorded, and waits for it, but no longer than `msMax` milliseconds.
   * Rejects when that could not be done in time, and then not again for half a minute: what is
   * recorded meanwhile is sent later, or lost.
   */
  readonly send: (msMax: number) => Promise<void>
}

/** How long a collector that failed, or was slow, is waited for by nobody, in milliseconds. */
const quietMs = 30_000

/** Begins to load OpenTelemetry, beside the first request, and sends to the collector. */
export function tracingTo(settings: TracingSettings): Tracing {
  const loading = openSpans(settings)
  loading.catch(() => undefined)
  let quietUntil = Number.NEGATIVE_INFINITY
  return {
    record: (request) => loading.then(({ record }) => record(request)).catch(() => null),
    send: async (msMax) => {
      // the processor still sends every five seconds by itself
      if (performance.now() < quietUntil) return
      try {
        const flushed = loading.then(({ flush }) => flush())
        await within(msMax, flushed, noAnswer('the collector', msMax))
      } catch (error) {
        quietUntil = performance.now() + quietMs
        throw new Error('traces could not be sent', { cause: error })
      }
    },
  }
}
