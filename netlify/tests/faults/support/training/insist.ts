import type { Answered } from '#tests/support/api.js'
import { sleep } from '../time.js'

const attemptsMax = 100
const pauseMsMax = 80

/**
 * Sends the same request again, as a client with a key does, until an answer says yes or no. A lost
 * answer, 503, 504 and a first request that is still running say neither.
 */
export async function insist(ask: () => Promise<Answered>, random: () => number): Promise<Answered> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answered = await ask().catch(lost)
    if (answered && !saysNothing(answered)) return answered
    await sleep(random() * pauseMsMax)
  }
  throw new Error(`no answer after ${attemptsMax} attempts`)
}

/** What `fetch` throws when the wire breaks. */
function lost(error: unknown): null {
  if (error instanceof TypeError || (error instanceof Error && error.name === 'AbortError')) return null
  throw error
}

function saysNothing({ status, body }: Answered): boolean {
  return status === 503 || status === 504 || body?.code === 'IDEMPOTENCY_KEY_IN_USE'
}
