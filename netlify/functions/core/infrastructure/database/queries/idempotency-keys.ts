import * as z from 'zod'
import { Fault, refusalCodes } from '#domain/refusal.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, maybeOne, sql } from '../statement.js'

/** What was answered under an idempotency key: the output, or the refusal. */
export const KeptAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), output: z.unknown() }),
  z.object({ kind: z.literal('refused'), code: z.enum(refusalCodes), detail: z.string(), faults: z.array(Fault) }),
])
export type KeptAnswer = z.output<typeof KeptAnswer>

/** Finds what was answered under a key, and to which request. */
export const findKeptAnswer = maybeOne({
  name: 'findKeptAnswer',
  row: z.object({ fingerprint: z.string(), answer: KeptAnswer }),
  sql: ({ userId, key }: { userId: AthleteId; key: string }) => sql`
    select fingerprint, answer
    from idempotency_keys
    where user_id = ${userId}::uuid
      and key = ${key}::text`,
  map: (row) => row,
})

/**
 * Claims a key and keeps the answer under it, in the batch of the work itself: the second of two
 * waits here for the first.
 */
export const keepAnswer = effect({
  name: 'keepAnswer',
  sql: (kept: { userId: AthleteId; key: string; fingerprint: string; answer: string; now: Date }) => sql`
    select app.keep_answer(
      ${kept.userId}::uuid,
      ${kept.key}::text,
      ${kept.fingerprint}::text,
      ${kept.answer}::json,
      ${kept.now}::timestamptz)`,
})
