import type { Database } from '#database/connection.js'
import { DatabaseError } from '#database/errors.js'
import {
  type ClaimedDelivery,
  errorOf,
  judgeAttempt,
  type Outcome,
  statusOf,
  type Verdict,
} from '#domain/webhook/delivery.js'
import type { SecretBox, Send } from '#domain/webhook/ports.js'
import { bodyOf, withheldBecause } from '#domain/webhook/withheld.js'
import { recordAttempt } from '#queries/webhook-attempts.js'

export type Delivering = {
  /** Bound to the operator, who sees every athlete's outbox. */
  readonly database: Database
  readonly send: Send
  readonly secrets: SecretBox
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/**
 * Sends a claimed delivery, unless it must be withheld, and records the outcome; `unrecorded` when
 * the database could not be reached.
 */
export async function attemptDelivery(
  { database, send, secrets, random }: Delivering,
  delivery: ClaimedDelivery,
): Promise<Verdict['kind'] | 'unrecorded'> {
  const { id, claimedUntil, attempts } = delivery
  const reason = withheldBecause(delivery)
  const outcome: Outcome = reason === null ? await sendSigned(send, secrets, delivery) : { kind: 'unsent', reason }
  const verdict: Verdict =
    reason === null ? judgeAttempt(attempts, outcome, random()) : { kind: 'failed', disables: null }
  try {
    await database.batch([
      recordAttempt({ id, claimedUntil, verdict, status: statusOf(outcome), error: errorOf(outcome) }),
    ])
    return verdict.kind
  } catch (error) {
    if (error instanceof DatabaseError) return 'unrecorded'
    throw error
  }
}

/**
 * The outcome when the secret was sealed under another `AUTH_SECRET`. Rotating the secret lets the
 * next attempt succeed.
 */
const unsignable: Outcome = { kind: 'unsent', reason: "cannot be signed: rotate the webhook's secret" }

/**
 * Sends a delivery signed with the current secret, and also with the former one while that is valid
 * and can be opened.
 */
async function sendSigned(send: Send, { open }: SecretBox, delivery: ClaimedDelivery): Promise<Outcome> {
  const { eventId, endpointId, claimedAt, url, sealedSecret, sealedFormerSecret } = delivery
  const current = open(sealedSecret, endpointId)
  if (current === null) return unsignable
  const former = sealedFormerSecret === null ? null : open(sealedFormerSecret, endpointId)
  const secrets = former === null ? [current] : [current, former]
  return send({ id: eventId, sentAt: claimedAt, url, secrets, body: bodyOf(delivery) })
}
