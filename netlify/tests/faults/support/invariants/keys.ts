import assert from 'node:assert/strict'
import type { FaultApi } from '../fault-api.js'
import { keyedPrefix } from '../witness.js'

const keyOf = `substr(request_id, ${keyedPrefix.length + 1})`

const queries: readonly string[] = [
  // what was done under a key is kept under it
  `select request_id, type from events
   where starts_with(request_id, '${keyedPrefix}')
     and not exists (
       select from idempotency_keys as kept
       where kept.user_id = events.user_id and kept.key = ${keyOf} and kept.answer ->> 'kind' = 'done')`,
  // a request, however often it was sent, was carried out once
  `select user_id, request_id from events
   group by user_id, request_id
   having count(distinct recorded_at) > 1`,
  // a kept answer of a session or a set has something that happened to it
  `select kept.key, kept.answer -> 'output' ->> 'id' as id from idempotency_keys as kept
   where (kept.answer -> 'output')::jsonb ?| array['setNumber', 'exercises']
     and not exists (
       select from events
       where events.user_id = kept.user_id and events.subject = kept.answer -> 'output' ->> 'id')`,
]

const keptFor = `select answer ->> 'kind' as kind, answer -> 'output' as output,
    (select count(*)::int from events where user_id = $1 and request_id = $3) as events
  from idempotency_keys where user_id = $1 and key = $2`

type Kept = { readonly kind: string; readonly output: { readonly id?: string } | null; readonly events: number }

/** Fails unless keys are kept for the work that was done under them, and for nothing else. */
export async function expectKeysOfTheirWork({ rows, witness }: FaultApi): Promise<void> {
  for (const query of queries) assert.deepEqual(await rows(query), [], query)
  const once = new Map(witness.acknowledged.map((work) => [`${work.userId} ${work.key}`, work]))
  for (const { userId, key, status, body } of once.values()) {
    const [kept] = await rows<Kept>(keptFor, [userId, key, `${keyedPrefix}${key}`])
    assert.equal(kept?.kind, 'done', `${key} was acknowledged, and is not kept`)
    assert.equal(kept.output?.id, body?.id)
    if (status === 201) assert.ok(kept.events > 0, `${key} was acknowledged, and nothing happened`)
  }
}
