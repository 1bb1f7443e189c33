import type { WebhookId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import type { ChangeWebhook, RegisterWebhook, WebhookEndpoint } from './endpoint.schema.js'

/**
 * How long the former secret signs along with the new one, in milliseconds: a day to roll the new
 * one out. Product default.
 */
export const formerSecretMs = 24 * 60 * 60 * 1_000

/** Makes a new endpoint, enabled. */
export function registerEndpoint(id: WebhookId, { url, eventTypes }: RegisterWebhook, now: Date): WebhookEndpoint {
  const at = now.toISOString()
  return {
    id,
    url,
    eventTypes,
    disabled: false,
    disabledAt: null,
    formerSecretUntil: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/**
 * Applies a patch to an endpoint; returns the names of the fields that changed, and the same
 * endpoint when the patch says nothing new.
 */
export function changeEndpoint(
  endpoint: WebhookEndpoint,
  patch: ChangeWebhook,
  now: Date,
): { readonly endpoint: WebhookEndpoint; readonly fields: readonly string[] } {
  const fields = changedFields<ChangeWebhook>(endpoint, patch)
  if (fields.length === 0) return { endpoint, fields }
  const { disabled = endpoint.disabled } = patch
  const disabledAt = disabled ? (endpoint.disabledAt ?? now.toISOString()) : null
  return { endpoint: { ...revised(endpoint, now), ...patch, disabledAt }, fields }
}

/** Marks that an endpoint has a new secret; the former one signs along with it for a day. */
export function rotateSecret(endpoint: WebhookEndpoint, now: Date): WebhookEndpoint {
  return { ...revised(endpoint, now), formerSecretUntil: new Date(now.getTime() + formerSecretMs).toISOString() }
}

function revised(endpoint: WebhookEndpoint, now: Date): WebhookEndpoint {
  return { ...endpoint, version: endpoint.version + 1, updatedAt: touchedAt(now, endpoint.updatedAt) }
}
