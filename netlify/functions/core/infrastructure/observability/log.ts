import { inspect } from 'node:util'
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

/** Levels by the number that lines carry, as readers of such logs know them. */
const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: Number.POSITIVE_INFINITY }

const toStandardOutput = (line: string) => void process.stdout.write(line)

/** Structured logs, one line of JSON each, to standard output. */
export function logTo(level: LogLevel, write: (line: string) => void = toStandardOutput): Log {
  const line = (of: 'info' | 'warn' | 'error', facts: object, msg: string) => {
    if (levels[of] < levels[level]) return
    write(`${JSON.stringify({ level: levels[of], time: Date.now(), ...facts, msg })}\n`)
  }
  return {
    request: (record) => line('info', record, 'request'),
    failure: (requestId, error) => line('error', { requestId, err: wholly(error) }, 'failure'),
    warning: (message, error) =>
      line('warn', { reason: error instanceof Error ? error.message : String(error) }, message),
  }
}

/** Tells all that there is of an error; `inspect` writes causes and circles too, which JSON does not. */
function wholly(error: unknown): object {
  const { name: type, message } = error instanceof Error ? error : { name: typeof error, message: String(error) }
  return { type, message, stack: inspect(error, { depth: 5 }) }
}

export const silentLog: Log = { request: () => undefined, failure: () => undefined, warning: () => undefined }
