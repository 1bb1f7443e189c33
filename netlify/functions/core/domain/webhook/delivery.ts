import { refuse } from '#domain/refusal.js'
import type { AthleteId, DeliveryId, EventId, WebhookId } from '#domain/values/id.schema.js'
import type { WebhookDelivery } from './delivery.schema.js'
import type { DeliverableType } from './endpoint.schema.js'
import { retryDelayMs } from './retry-schedule.js'
import type { Voucher } from './voucher.js'

/** The result of one attempt, as the network saw it. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterSeconds: number | null }
  /** No answer; the reason is a sentence of ours, never the receiver's words. */
  | { readonly kind: 'unanswered'; readonly reason: string }
  /** We did not send it, which says nothing of the receiver. */
  | { readonly kind: 'unsent'; readonly reason: string }

/** A delivery that this process alone may send until `claimedUntil`. */
export type ClaimedDelivery = {
  readonly id: DeliveryId
  readonly eventId: EventId
  readonly eventType: DeliverableType
  readonly endpointId: WebhookId
  readonly athleteId: AthleteId
  /** Attempts so far, this one included. */
  readonly attempts: number
  readonly url: string
  readonly endpointDisabled: boolean
  /** Who vouches for the endpoint, as they are at the moment of the claim. */
  readonly voucher: Voucher
  /** The current secret, sealed as it is stored. */
  readonly sealedSecret: string
  /** The former secret while it still signs, else null. */
  readonly sealedFormerSecret: string | null
  /** What the event says, as it was queued. */
  readonly payload: Readonly<Record<string, unknown>>
  /** Whether the athlete consents to the use of health data at the moment of the claim. */
  readonly healthDataConsent: boolean
  readonly claimedAt: Date
  readonly claimedUntil: Date
}

/** The consequence of an attempt for its delivery. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly delayMs: number }
  /**
   * Given up. It disables the endpoint when the receiver said that it wants no more (410, `gone`),
   * and when all attempts were in vain (`unreachable`), unless something else was accepted in that
   * time.
   */
  | { readonly kind: 'failed'; readonly disables: 'gone' | 'unreachable' | null }

/**
 * Judges the `attempts`-th attempt of a delivery: 2xx is success, 410 means that the receiver wants
 * no more, everything else, redirects included, is tried again as long as the schedule lasts
 * (Standard Webhooks 1.0, "Delivery success and failure").
 *
 * @param random uniform in [0, 1)
 */
export function judgeAttempt(attempts: number, outcome: Outcome, random: number): Verdict {
  const status = statusOf(outcome)
  if (status !== null && status >= 200 && status <= 299) return { kind: 'delivered' }
  if (status === 410) return { kind: 'failed', disables: 'gone' }
  const delayMs = retryDelayMs(attempts, random, outcome.kind === 'answered' ? outcome.retryAfterSeconds : null)
  if (delayMs !== null) return { kind: 'retry', delayMs }
  return { kind: 'failed', disables: outcome.kind === 'unsent' ? null : 'unreachable' }
}

/** Returns the HTTP status of the receiver's answer; null when there was no answer. */
export function statusOf(outcome: Outcome): number | null {
  return outcome.kind === 'answered' ? outcome.status : null
}

/** Says what went wrong, in a sentence for the delivery log; null when nothing did. */
export function errorOf(outcome: Outcome): string | null {
  if (outcome.kind !== 'answered') return outcome.reason
  const { status } = outcome
  if (status >= 200 && status <= 299) return null
  return status >= 300 && status <= 399 ? `answered ${status}; redirects are not followed` : `answered ${status}`
}

/** The facts that a replay needs besides the delivery. */
export type ReplayFacts = {
  readonly now: Date
  readonly endpointDisabled: boolean
  /** Whether an attempt is under way at this moment. */
  readonly underWay: boolean
}

/**
 * Schedules a delivery anew, with all attempts before it. Refuses with CONFLICT while its endpoint
 * is disabled, or while it is being sent.
 */
export function replayDelivery(delivery: WebhookDelivery, facts: ReplayFacts): WebhookDelivery {
  if (facts.endpointDisabled) refuse('CONFLICT', 'The webhook is disabled: enable it first.')
  if (facts.underWay) refuse('CONFLICT', 'This delivery is being sent right now: look again in a minute.')
  return {
    ...delivery,
    status: 'pending',
    attempts: 0,
    nextAttemptAt: facts.now.toISOString(),
    deliveredAt: null,
    failedAt: null,
  }
}
