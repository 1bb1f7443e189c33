import type { ClaimedDelivery } from './delivery.js'
import { mayRead } from './voucher.js'

/**
 * Judges a delivery right before it would leave, by what holds at that moment: tells in a sentence
 * for the delivery log why it must not be sent; null when it may.
 */
export function withheldBecause({ endpointDisabled, voucher, eventType }: ClaimedDelivery): string | null {
  if (endpointDisabled) return 'the webhook is disabled'
  if (voucher.ended) return 'the API key of the webhook was revoked or has expired'
  if (!mayRead(voucher.scopes, eventType)) return `whoever made the webhook may not read ${eventType}`
  return null
}
