import type { Database } from '#database/connection.js'
import type { WebhookId } from '#domain/values/id.schema.js'
import type { ClaimedDelivery, Verdict } from '#domain/webhook/delivery.js'
import { claimDueDeliveries } from '#queries/webhook-deliveries-writes.js'
import { attemptDelivery, type Delivering } from './support/attempt-delivery.js'

/** How many are sent at once; each waits for a socket, so this costs memory and no more. */
const atOnceMax = 50

/** Of one athlete at once: slow receivers of one leave nine places in ten to the others. */
const perAthleteMax = 5

/** Longer than any attempt may take (15 s), with room for a database that is slow to record it. */
const leaseSeconds = 60

/**
 * How long a round is waited for: whoever takes longer goes on beside the next, and holds up nobody
 * else.
 */
const roundMsMax = 500

/**
 * No new round begins after this: with an attempt's 15 s it stays below the 30 s that Netlify gives
 * a scheduled function.
 */
const startMsMax = 10_000

/** What a run did; `unrecorded` attempts will be made again, because nobody knows of them. */
export type Delivered = Record<Verdict['kind'] | 'unrecorded', number>

type Run = {
  readonly delivered: Delivered
  readonly underWay: Map<ClaimedDelivery, Promise<void>>
  readonly failing: Set<WebhookId>
}

/**
 * Sends what is due, in rounds, until nothing is or the time is up. Several runs at once share the
 * work: each delivery is sent by one of them. An endpoint that failed is left alone for the rest of
 * the run.
 */
export async function deliverDue(delivering: Delivering): Promise<Delivered> {
  const start = performance.now()
  const run: Run = {
    delivered: { delivered: 0, retry: 0, failed: 0, unrecorded: 0 },
    underWay: new Map(),
    failing: new Set(),
  }
  try {
    while (performance.now() - start < startMsMax) {
      for (const delivery of await claimMore(delivering.database, run)) begin(delivering, run, delivery)
      if (run.underWay.size === 0) break
      await oneRound(run)
    }
  } finally {
    // whoever closes the database afterwards does not close it under an attempt that is to be
    // recorded
    await Promise.all(run.underWay.values())
  }
  return run.delivered
}

async function claimMore(database: Database, { underWay, failing }: Run): Promise<readonly ClaimedDelivery[]> {
  const limit = atOnceMax - underWay.size
  if (limit === 0) return []
  const exceptAthletes = [...new Set([...underWay.keys()].map(({ athleteId }) => athleteId))]
  const claim = { limit, perAthlete: perAthleteMax, leaseSeconds, exceptEndpoints: [...failing], exceptAthletes }
  const [claimed] = await database.batch([claimDueDeliveries(claim)])
  return claimed
}

function begin(delivering: Delivering, { delivered, underWay, failing }: Run, delivery: ClaimedDelivery): void {
  const attempt = attemptDelivery(delivering, delivery).then((result) => {
    delivered[result] += 1
    if (result !== 'delivered') failing.add(delivery.endpointId)
    underWay.delete(delivery)
  })
  underWay.set(delivery, attempt)
}

/** Until all that is under way has ended, or the round has taken as long as it may. */
async function oneRound({ underWay }: Run): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, roundMsMax)
  await Promise.race([Promise.all(underWay.values()), over]).finally(() => clearTimeout(timer))
}
