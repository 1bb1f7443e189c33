import { errorOf, judgeAttempt, type Outcome, statusOf, type Verdict } from '../../domain/webhook/delivery.js'
import type { Database } from '../../infrastructure/database/connection.js'
import { DatabaseError } from '../../infrastructure/database/errors.js'
import {
  type ClaimedDelivery,
  claimDueDeliveries,
  recordAttempt,
} from '../../infrastructure/database/queries/webhook-deliveries-due.js'
import type { Send } from '../../infrastructure/http/webhooks/send.js'

/** How many are sent at once; each waits for a socket, so this costs memory and no more. */
const atOnceMax = 50

/** Of one athlete at once: slow receivers of one leave nine places in ten to the others. */
const perAthleteMax = 5

/** Longer than any attempt may take (15 s), with room for a database that is slow to record it. */
const leaseSeconds = 60

/** No new round begins after this: with an attempt's 15 s it stays below the 30 s that Netlify gives a scheduled function. */
const startMsMax = 10_000

export type Delivering = {
  /** Bound to the operator, who sees every athlete's outbox. */
  readonly database: Database
  readonly send: Send
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** What a run did; `unrecorded` attempts will be made again, because nobody knows of them. */
export type Delivered = Record<Verdict['kind'] | 'unrecorded', number>

/**
 * Sends what is due, in rounds, until nothing is or the time is up. Several runs at once share the work: each delivery is sent by
 * one of them. An endpoint that failed is left alone for the rest of the run.
 */
export async function deliverDue(delivering: Delivering): Promise<Delivered> {
  const start = performance.now()
  const delivered: Delivered = { delivered: 0, retry: 0, failed: 0, unrecorded: 0 }
  const failing = new Set<string>()
  while (performance.now() - start < startMsMax) {
    const claim = { limit: atOnceMax, perAthlete: perAthleteMax, leaseSeconds, exceptEndpoints: [...failing] }
    const [claimed] = await delivering.database.batch([claimDueDeliveries(claim)])
    if (claimed.length === 0) break
    await Promise.all(
      claimed.map(async (delivery) => {
        const result = await attempt(delivering, delivery)
        delivered[result] += 1
        if (result !== 'delivered') failing.add(delivery.endpointId)
      }),
    )
  }
  return delivered
}

async function attempt({ database, send, random }: Delivering, delivery: ClaimedDelivery): Promise<keyof Delivered> {
  const { id, claimedUntil } = delivery
  const [outcome, verdict] = await outcomeOf(send, random, delivery)
  const record = recordAttempt({ id, claimedUntil, verdict, status: statusOf(outcome), error: errorOf(outcome) })
  try {
    await database.batch([record])
    return verdict.kind
  } catch (error) {
    if (error instanceof DatabaseError) return 'unrecorded'
    throw error
  }
}

async function outcomeOf(send: Send, random: () => number, claimed: ClaimedDelivery): Promise<[Outcome, Verdict]> {
  if (claimed.endpointDisabled)
    return [
      { kind: 'unanswered', reason: 'the webhook is disabled' },
      { kind: 'failed', gone: false },
    ]
  const { url, secrets, body, eventId, claimedAt } = claimed
  const outcome = await send({ id: eventId, sentAt: claimedAt, url, secrets, body })
  return [outcome, judgeAttempt(claimed.attempts, outcome, random())]
}
