import type { IncomingMessage } from 'node:http'
import type { Outcome } from '#domain/webhook/delivery.js'

/** Bytes of an answer that are read before hanging up; its content does not matter. */
const answerBytesMax = 16 * 1_024

/** Reads an answer until it ends, breaks off, or exceeds the limit, and tells its outcome. */
export function readAnswer(answer: IncomingMessage): Promise<Outcome> {
  let bytes = 0
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > answerBytesMax) answer.destroy()
  })
  answer.on('error', () => undefined)
  const { statusCode: status = 0, headers } = answer
  const outcome: Outcome = { kind: 'answered', status, retryAfterSeconds: retryAfterOf(headers['retry-after']) }
  return new Promise((resolve) => answer.on('close', () => resolve(outcome)))
}

/**
 * Reads the whole seconds of a `Retry-After` header; null when there is none, or it is a date or
 * malformed.
 */
function retryAfterOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : null
}
