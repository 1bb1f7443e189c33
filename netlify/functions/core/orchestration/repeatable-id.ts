import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { RequestContext } from './contract.js'

/**
 * Mints an id for something with this content. Under an idempotency key it is the same for the same
 * content, athlete and key (a UUID of version 8, RFC 9562, 5.8): a request whose answer is not kept can
 * be repeated, and finds what it created. Without a key it is a fresh one.
 */
export function repeatableId<Kind extends z.ZodType>(
  { principal, idempotency, newId }: Pick<RequestContext, 'principal' | 'idempotency' | 'newId'>,
  kind: Kind,
  content: unknown,
): z.output<Kind> {
  if (!idempotency) return newId(kind)
  const known = JSON.stringify([principal?.userId, idempotency.key, content])
  const hex = createHash('sha256').update(known).digest('hex')
  return kind.parse(
    [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-'),
  )
}
