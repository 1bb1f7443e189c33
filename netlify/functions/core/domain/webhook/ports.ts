import type { WebhookId } from '#domain/values/id.schema.js'
import type { Outcome } from './delivery.js'
import type { AddressPolicy } from './endpoint-url.js'

// What webhooks need of the world outside; infrastructure/webhooks has it.

/** A message as it is signed: the bytes of the body count, so it is sent exactly as it is here. */
export type Message = { readonly id: string; readonly sentAt: Date; readonly body: string }

/** A message, where it goes, and the secrets that sign it. */
export type Parcel = Message & { readonly url: string; readonly secrets: readonly string[] }

/** Sends one message, once. It never throws: whatever the receiver does becomes an outcome. */
export type Send = (parcel: Parcel) => Promise<Outcome>

/** Keeps signing secrets as text that says nothing without the key, and belongs to one endpoint. */
export type SecretBox = {
  readonly seal: (secret: string, endpointId: WebhookId) => string
  /**
   * The secret; null when it was sealed under another key, for another endpoint, or was changed
   * since.
   */
  readonly open: (sealed: string, endpointId: WebhookId) => string | null
}

/**
 * What may be connected to: the very addresses that were checked, so that a second answer of DNS
 * changes nothing.
 */
export type CheckedAddress =
  | { readonly kind: 'allowed'; readonly addresses: readonly string[] }
  /** At least one address is not of the public internet. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' }

/** What registering a webhook takes. */
export type WebhookTools = {
  readonly policy: AddressPolicy
  /** Looks up where a URL leads, and whether everything there may be connected to. */
  readonly checkAddress: (url: URL) => Promise<CheckedAddress>
  /** Makes a new signing secret. */
  readonly newSecret: () => string
  readonly secrets: SecretBox
}
