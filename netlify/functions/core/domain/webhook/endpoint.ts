import type { WebhookId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import type { ChangeWebhook, RegisterWebhook, WebhookEndpoint } from './endpoint.schema.js'
import { assertReadable, type Voucher } from './voucher.js'

/**
 * How long the former secret signs along with the new one, in milliseconds: a day to roll the new
 * one out. Product default.
 */
export const formerSecretMs = 24 * 60 * 60 * 1_000

/** An endpoint as its owner sees it, with who vouches for it. */
export type VouchedEndpoint = { readonly endpoint: WebhookEndpoint; readonly voucher: Voucher }

/**
 * Makes a new endpoint, enabled, for which the caller vouches. Refuses with WEBHOOK_SCOPES events
 * that the caller may not read.
 */
export function registerEndpoint(
  id: WebhookId,
  { url, eventTypes }: RegisterWebhook,
  caller: Voucher,
  now: Date,
): WebhookEndpoint {
  assertReadable(caller, eventTypes)
  const at = now.toISOString()
  return {
    id,
    url,
    eventTypes,
    disabled: false,
    disabledAt: null,
    disabledReason: null,
    keyId: caller.keyId,
    formerSecretUntil: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** A changed endpoint, and the names of the fields that changed. */
type Changed = VouchedEndpoint & { readonly fields: readonly (keyof ChangeWebhook)[] }

/**
 * Applies a patch to an endpoint; the very same endpoint stays when the patch says nothing new.
 *
 * Refuses with WEBHOOK_SCOPES when more would be sent, or elsewhere, than the caller and whoever
 * vouches may read. Anybody may disable.
 */
export function changeEndpoint(before: VouchedEndpoint, patch: ChangeWebhook, caller: Voucher, now: Date): Changed {
  const fields = changedFields<ChangeWebhook>(before.endpoint, patch)
  if (fields.length === 0) return { ...before, fields }
  const voucher = vouchesFrom(before, fields, patch) ? caller : before.voucher
  const endpoint = { ...patchedEndpoint(before.endpoint, patch, now), keyId: voucher.keyId }
  const onlyDisables = endpoint.disabled && fields.every((field) => field === 'disabled')
  if (!onlyDisables) {
    assertReadable(caller, endpoint.eventTypes)
    assertReadable(voucher, endpoint.eventTypes, 'The API key that said where this webhook leads may not read that.')
  }
  return { endpoint, voucher, fields }
}

/**
 * Tells whether the caller vouches from now on: whoever says where a webhook leads, and whoever
 * enables one whose key has ended. Other changes leave it with its key, so that revoking the key of
 * an app always stops what the app gets.
 */
function vouchesFrom(
  { voucher }: VouchedEndpoint,
  fields: readonly (keyof ChangeWebhook)[],
  { disabled }: ChangeWebhook,
): boolean {
  return fields.includes('url') || (voucher.ended && disabled === false)
}

function patchedEndpoint(endpoint: WebhookEndpoint, patch: ChangeWebhook, now: Date): WebhookEndpoint {
  const changed = { ...revised(endpoint, now), ...patch }
  if (!changed.disabled) return { ...changed, disabledAt: null, disabledReason: null }
  return endpoint.disabled ? changed : { ...changed, disabledAt: now.toISOString(), disabledReason: 'by_hand' }
}

/**
 * Marks that an endpoint has a new secret; the former one signs along with it for a day. Refuses
 * with WEBHOOK_SCOPES a caller who may not read what the endpoint sends.
 */
export function rotateSecret(endpoint: WebhookEndpoint, caller: Voucher, now: Date): WebhookEndpoint {
  assertReadable(caller, endpoint.eventTypes)
  return { ...revised(endpoint, now), formerSecretUntil: new Date(now.getTime() + formerSecretMs).toISOString() }
}

function revised(endpoint: WebhookEndpoint, now: Date): WebhookEndpoint {
  return { ...endpoint, version: endpoint.version + 1, updatedAt: touchedAt(now, endpoint.updatedAt) }
}
