import { withoutHealthData } from '#domain/account/health-data.js'
import { tellsOfHealth } from '#domain/event/tells-of-health.js'
import type { ClaimedDelivery } from './delivery.js'
import { mayRead } from './voucher.js'

/**
 * Judges a delivery right before it would leave, by what holds at that moment: tells in a sentence
 * for the delivery log why it must not be sent; null when it may.
 */
export function withheldBecause(delivery: ClaimedDelivery): string | null {
  const { endpointDisabled, voucher, eventType, healthDataConsent, payload } = delivery
  if (endpointDisabled) return 'the webhook is disabled'
  if (voucher.ended) return 'the API key of the webhook was revoked or has expired'
  if (!mayRead(voucher.scopes, eventType)) return `whoever made the webhook may not read ${eventType}`
  if (!healthDataConsent && tellsOfHealth(eventType, payload.data)) {
    return 'the athlete does not consent to the use of health data'
  }
  return null
}

/** Writes what is sent of a delivery that may leave: health data only with the consent. */
export function bodyOf({ payload, healthDataConsent }: ClaimedDelivery): string {
  return JSON.stringify(healthDataConsent ? payload : withoutHealthData(payload))
}
