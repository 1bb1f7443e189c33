import type { TracingSettings } from '#infrastructure/config/tracing-settings.js'
import { noAnswer, within } from '#infrastructure/time/within.js'
import type { TracedRequest } from './span-facts.js'
import { openSpans } from './spans.js'

/** Traces requests when a collector is configured. No failure of it reaches a request. */
export type Tracing = {
  /** Records an answered request and returns the id of its trace; null when that failed. */
  readonly record: (request: TracedRequest) => Promise<string | null>
  /**
   * Sends the recorded traces and waits at most `msMax` milliseconds. Rejects when that was too
   * short; then it does not try again for half a minute, and traces recorded meanwhile are sent
   * later or lost.
   */
  readonly send: (msMax: number) => Promise<void>
}

/** Milliseconds for which no request waits for a collector that failed or was slow. */
const quietMs = 30_000

/** Starts to load OpenTelemetry while the first request runs, and sends to the collector. */
export function tracingTo(settings: TracingSettings): Tracing {
  const loading = openSpans(settings)
  loading.catch(() => undefined)
  let quietUntil = Number.NEGATIVE_INFINITY
  return {
    record: (request) => loading.then(({ record }) => record(request)).catch(() => null),
    send: async (msMax) => {
      // the processor also sends every five seconds by itself
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
