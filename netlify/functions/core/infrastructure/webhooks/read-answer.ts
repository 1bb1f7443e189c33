import type { IncomingMessage } from 'node:http'
import type { Outcome } from '#domain/webhook/delivery.js'

/** How much of an answer is read before we hang up; what it says does not matter. */
const answerBytesMax = 16 * 1_024

/**
 * What an answer comes down to, once it has ended, broken off, or said more than anybody wants to
 * know.
 */
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
 * Whole seconds of a `Retry-After` header; null when there is none, or it is a date or nonsense.
 */
function retryAfterOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : null
}
