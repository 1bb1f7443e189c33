import { isProblem } from '../problem.js'
import { type Answer, attempt, type Prepared, type Transport } from './attempt.js'
import { mayPass } from './may-pass.js'
import { pause, waitBefore } from './pause.js'

/**
 * Sends a request until it is answered, at most `retries` times more than once. A command has the
 * same idempotency key in each attempt, so it is done once, also when an answer is lost.
 *
 * @throws as `attempt` does, with the last failure.
 */
export async function persist(request: Prepared, transport: Transport, retries: number): Promise<Answer> {
  for (let failed = 0; ; failed += 1) {
    try {
      return await attempt(request, transport)
    } catch (error) {
      if (failed >= retries || !mayPass(error) || !isRepeatable(request)) throw error
      await pause(waitBefore(failed, isProblem(error) ? error.retryAfterSeconds : null), request.signal)
    }
  }
}

function isRepeatable({ method, headers }: Prepared): boolean {
  return method === 'GET' || 'idempotency-key' in headers
}
