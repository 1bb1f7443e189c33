import * as z from 'zod'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, maybeOne, sql } from '../statement.js'

/**
 * The answer kept under an idempotency key: the operation's output, and whether it replaced what was
 * there. Refusals are not kept.
 */
export const KeptAnswer = z.object({
  kind: z.literal('done'),
  output: z.unknown(),
  existed: z.literal(true).optional(),
})
export type KeptAnswer = z.output<typeof KeptAnswer>

/** Finds the answer kept under a key, and the fingerprint of the request it was given to. */
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
 * Claims a key and keeps the answer under it, in the batch of the work itself: of two requests at
 * once, the second waits here for the first.
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
