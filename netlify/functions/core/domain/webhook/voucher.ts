import type { Scope } from '#domain/account/principal.js'
import { readingScope } from '#domain/event/reading-scope.js'
import { refuse } from '#domain/refusal.js'
import type { KeyId } from '#domain/values/id.schema.js'
import type { DeliverableType } from './endpoint.schema.js'

/** Who vouches for a webhook: it sends no more than they may read, and no longer. */
export type Voucher = {
  /** The API key; null for the athlete, signed in. */
  readonly keyId: KeyId | null
  readonly scopes: ReadonlySet<Scope>
  /** Whether the key was revoked or has expired. */
  readonly ended: boolean
}

/** Tells whether somebody with these scopes may read events of a type. */
export function mayRead(scopes: ReadonlySet<Scope>, type: DeliverableType): boolean {
  return scopes.has(readingScope[type])
}

/**
 * Refuses with WEBHOOK_SCOPES events that the caller may not read: a webhook gives nobody more than
 * they have.
 */
export function assertReadable(
  { scopes }: Pick<Voucher, 'scopes'>,
  types: readonly DeliverableType[],
  detail = 'A webhook can send only what you may read yourself.',
): void {
  const faults = types.flatMap((type, place) => {
    const fault = { pointer: `/eventTypes/${place}`, code: 'BEYOND_OWN', detail: `${type} needs ${readingScope[type]}` }
    return mayRead(scopes, type) ? [] : [fault]
  })
  if (faults.length > 0) refuse('WEBHOOK_SCOPES', detail, faults)
}
