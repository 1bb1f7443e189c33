import type { Database } from '#database/connection.js'
import { forgetKeptAnswers, forgetQuotas, forgetSecurityLog, forgetSettledDeliveries } from '#queries/housekeeping.js'

/** Deliveries that one statement deletes, so that none holds its locks for long. */
const atOnceMax = 1_000

/**
 * Statements of one run; the next run goes on. A hundred thousand deliveries an hour is more than
 * ever settle.
 */
const statementsMax = 100

/** Deletes what has expired, as the operator. */
export async function cleanUp(database: Database, now: Date): Promise<void> {
  await database.batch([forgetKeptAnswers({ now }), forgetQuotas({ now }), forgetSecurityLog({ now })])
  for (let statement = 0; statement < statementsMax; statement += 1) {
    const [forgotten] = await database.batch([forgetSettledDeliveries({ now, limit: atOnceMax })])
    if (forgotten < atOnceMax) return
  }
}
