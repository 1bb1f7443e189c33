import { createHmac } from 'node:crypto'
import { type Answer, isShared } from '#orchestration/contract.js'
import { schemaOf } from './answer-schema.js'
import { canonicalText } from './canonical.js'
import type { Routed } from './exchange.js'
import type { ParsedInput } from './request/parse-input.js'
import { inWriting } from './response/in-writing.js'

/**
 * Answers a public query from the cache or by `work`; anything else always by `work`. Only answers
 * that cost a round trip are cached, and never a refusal.
 */
export async function sharedAnswer(routed: Routed, input: ParsedInput, work: () => Promise<Answer>): Promise<Answer> {
  const { environment, operation, meter } = routed
  const { cache } = environment
  if (!cache || operation.output === null || !isShared(operation)) return work()
  const output = await cache.answer({
    key: keyOf(routed, input),
    // a schema of chosen fields takes long to make, and few answers are looked at
    accepts: (kept) => schemaOf(operation, input)?.safeParse(kept).success === true,
    write: (answered) => inWriting(operation, answered),
    read: async () => ({ output: (await work()).output, worthKeeping: meter.roundTrips > 0 }),
  })
  return { output, replayed: false }
}

/**
 * Makes the cache key from the operation and its parsed input, so that another order of parameters
 * is the same question. It includes the database, because several deployments may share a Redis,
 * and the secret, which seals the cursors in an answer.
 */
function keyOf({ environment, operation: { id } }: Routed, input: ParsedInput): string {
  const { database, auth } = environment.config
  const question = canonicalText([database.url, id, input])
  return `${id}:${createHmac('sha256', auth.secret).update(question).digest('base64url')}`
}
