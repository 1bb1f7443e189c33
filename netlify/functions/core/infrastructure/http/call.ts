import type { Database } from '#database/connection.js'
import type { AddressPolicy } from '#domain/webhook/endpoint-url.js'
import type { SecretBox } from '#infrastructure/webhooks/secret-box.js'
import type { Deadline } from './deadline.js'

/** What a caller may do, by resource; every operation that is not public names one. */
export const scopes = [
  'profile:read',
  'profile:write',
  'levels:read',
  'levels:write',
  'exercises:read',
  'exercises:write',
  'sessions:read',
  'sessions:write',
  'progress:read',
  'progress:write',
  'privacy:read',
  'privacy:write',
  'keys:read',
  'keys:write',
  'webhooks:read',
  'webhooks:write',
] as const

export type Scope = (typeof scopes)[number]

/** Who calls: an athlete, by a token or an API key, with the scopes that it carries. */
export type Principal = {
  readonly userId: string
  readonly scopes: ReadonlySet<Scope>
  /** The API key that was used; null when the athlete signed in. */
  readonly keyId: string | null
}

/**
 * A request that may be repeated: the caller's key for it, and a digest (SHA-256, hex) of method,
 * path and body.
 */
export type Idempotency = { readonly key: string; readonly fingerprint: string }

/** Makes opaque cursors that only their own list, filters and caller can use again. */
export type Cursors = {
  readonly seal: (purpose: string, keys: readonly (string | number | null)[]) => string
  /** Refuses with INVALID_CURSOR what was not sealed for this purpose and caller. */
  readonly open: (purpose: string, cursor: string) => unknown
}

/** Where deliveries may go, and what keeps the secrets that sign them. */
export type WebhookSettings = AddressPolicy & { readonly secrets: SecretBox }

/** Everything an operation is given beside its input. A test can fix each of them. */
export type Call = {
  /** Bound to the caller by row-level security and to the deadline, and metered. */
  readonly database: Database
  readonly deadline: Deadline
  readonly principal: Principal | null
  readonly requestId: string
  /** The instant of the request; one request has one "now". */
  readonly now: Date
  readonly newId: () => string
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** The version that the caller believes to change (`If-Match`), or null when it named none. */
  readonly ifMatch: number | null
  readonly cursors: Cursors
  readonly webhooks: WebhookSettings
  readonly idempotency: Idempotency | null
}
