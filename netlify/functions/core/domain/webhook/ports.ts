import type { WebhookId } from '#domain/values/id.schema.js'
import type { Outcome } from './delivery.js'
import type { AddressPolicy } from './endpoint-url.js'

// What webhooks need from the outside; infrastructure/webhooks provides it.

/**
 * A message to sign. The signature covers the bytes of the body, so the body is sent exactly as it
 * stands here.
 */
export type Message = { readonly id: string; readonly sentAt: Date; readonly body: string }

/** A message, the URL that it goes to, and the secrets that sign it. */
export type Parcel = Message & { readonly url: string; readonly secrets: readonly string[] }

/**
 * A function that sends one message, once. It never throws: whatever the receiver does becomes an
 * outcome.
 */
export type Send = (parcel: Parcel) => Promise<Outcome>

/**
 * A box for signing secrets: what it seals cannot be read without the key, and belongs to one
 * endpoint.
 */
export type SecretBox = {
  readonly seal: (secret: string, endpointId: WebhookId) => string
  /**
   * Returns the secret; null when it was sealed under another key or for another endpoint, or was
   * changed since.
   */
  readonly open: (sealed: string, endpointId: WebhookId) => string | null
}

/**
 * The addresses that may be connected to. They are the very ones that were checked, so that a
 * second answer of DNS changes nothing.
 */
export type CheckedAddress =
  | { readonly kind: 'allowed'; readonly addresses: readonly string[] }
  /** At least one address is not of the public internet. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' }

/** What registering a webhook needs. */
export type WebhookTools = {
  readonly policy: AddressPolicy
  /** Looks up where a URL leads, and whether every address there may be connected to. */
  readonly checkAddress: (url: URL) => Promise<CheckedAddress>
  /** Makes a new signing secret. */
  readonly newSecret: () => string
  readonly secrets: SecretBox
}
