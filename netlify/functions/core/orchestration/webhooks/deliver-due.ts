import type { Database } from '#database/connection.js'
import type { WebhookId } from '#domain/values/id.schema.js'
import type { ClaimedDelivery, Verdict } from '#domain/webhook/delivery.js'
import { withheldBecause } from '#domain/webhook/withheld.js'
import { claimDueDeliveries } from '#queries/webhook-attempts.js'
import { attemptDelivery, type Delivering } from './support/attempt-delivery.js'

/** Deliveries sent at once. Each waits for a socket, so this costs only memory. */
const atOnceMax = 50

/**
 * Deliveries of one athlete sent at once: slow receivers of one athlete leave nine places in ten to
 * the others.
 */
const perAthleteMax = 5

/**
 * Seconds for which a claimed delivery is reserved: longer than an attempt may take (15 s), with
 * room for a slow database.
 */
const leaseSeconds = 60

/**
 * Milliseconds that a round waits. A slower delivery continues next to the following round and
 * delays no other.
 */
const roundMsMax = 500

/**
 * Milliseconds after which no new round begins. With an attempt's 15 s this stays below the 30 s
 * that Netlify gives a scheduled function.
 */
const startMsMax = 10_000

/**
 * Counts of a run. `unrecorded` attempts are repeated, because the database does not know of them.
 */
export type Delivered = Record<Verdict['kind'] | 'unrecorded', number>

type Run = {
  readonly delivered: Delivered
  readonly underWay: Map<ClaimedDelivery, Promise<void>>
  readonly failing: Set<WebhookId>
}

/**
 * Sends due deliveries in rounds, until none is left or the time is up. Several runs at once share
 * the work: each delivery is sent by one of them. An endpoint that failed is skipped for the rest
 * of the run.
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
    // the caller closes the database afterwards, so no attempt may still have to be recorded
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
    // what is withheld says nothing of the receiver
    if (result !== 'delivered' && withheldBecause(delivery) === null) failing.add(delivery.endpointId)
    underWay.delete(delivery)
  })
  underWay.set(delivery, attempt)
}

/** Waits until every delivery under way has ended, or the round's time is up. */
async function oneRound({ underWay }: Run): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, roundMsMax)
  await Promise.race([Promise.all(underWay.values()), over]).finally(() => clearTimeout(timer))
}
