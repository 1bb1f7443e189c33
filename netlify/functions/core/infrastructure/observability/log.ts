import { destination, pino } from 'pino'
import type { LogLevel } from '#infrastructure/config/config.js'

/**
 * What the log keeps of every request. Nothing of it identifies the athlete or repeats what was
 * sent.
 */
export type RequestRecord = {
  readonly requestId: string
  readonly operation: string | null
  readonly method: string
  readonly status: number
  readonly durationMs: number
  readonly roundTrips: number
  readonly databaseMs: number
  /** The trace of the request, where it is traced. */
  readonly traceId?: string
}

export type Log = {
  readonly request: (record: RequestRecord) => void
  /** Logs a bug of ours whole: message, stack and causes. */
  readonly failure: (requestId: string, error: unknown) => void
  /** Logs that an optional part is missing. */
  readonly warning: (message: string, error: unknown) => void
}

/**
 * Structured logs, one line of JSON each, to standard output. A line is written before the answer leaves: a
 * platform may freeze the process right after, and handing it to another thread takes longer than writing it.
 */
export function logTo(level: LogLevel): Log {
  const log = pino({ level, base: null }, destination({ sync: true }))
  return {
    request: (record) => log.info(record, 'request'),
    failure: (requestId, error) => log.error({ requestId, err: error }, 'failure'),
    warning: (message, error) => log.warn({ reason: error instanceof Error ? error.message : String(error) }, message),
  }
}

export const silentLog: Log = { request: () => undefined, failure: () => undefined, warning: () => undefined }
