import { createHmac } from 'node:crypto'
import { type Answer, isShared } from '#orchestration/contract.js'
import { fieldsSorted } from './canonical.js'
import type { Routed } from './exchange.js'
import type { ParsedInput } from './request/parse-input.js'

/**
 * The answer to a question that anybody may ask, from the cache or by `work`; what is not shared is
 * always worked out. Only what cost a round trip is kept, and never a refusal.
 */
export async function sharedAnswer(routed: Routed, input: ParsedInput, work: () => Promise<Answer>): Promise<Answer> {
  const { environment, operation, meter } = routed
  const { cache } = environment
  const schema = operation.output
  if (!cache || !schema || !isShared(operation)) return work()
  const output = await cache.answer({
    key: keyOf(routed, input),
    accepts: (kept) => schema.safeParse(kept).success,
    read: async () => ({ output: (await work()).output, worthKeeping: meter.roundTrips > 0 }),
  })
  return { output, replayed: false }
}

/**
 * Of the operation and its input as parsed, so that another order of parameters is the same
 * question. Of the database too, because several deployments may share a Redis, and of the secret,
 * which seals the cursors in an answer.
 */
function keyOf({ environment, operation: { id } }: Routed, input: ParsedInput): string {
  const { database, auth } = environment.config
  const question = JSON.stringify([database.url, id, input], fieldsSorted)
  return `${id}:${createHmac('sha256', auth.secret).update(question).digest('base64url')}`
}
