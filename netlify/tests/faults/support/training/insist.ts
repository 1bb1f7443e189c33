import type { Answered } from '#tests/support/api.js'
import { sleep } from '../time.js'

const attemptsMax = 100
const pauseMsMax = 80

/**
 * Asks the same again, as a client with a key does, until there is an answer that says yes or no: a
 * lost one, 503, 504 and a first request that still runs say neither.
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
