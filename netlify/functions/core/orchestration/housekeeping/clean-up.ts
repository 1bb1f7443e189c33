import type { Database } from '#database/connection.js'
import { forgetKeptAnswers, forgetQuotas, forgetSecurityLog, forgetSettledDeliveries } from '#queries/housekeeping.js'

/** How many deliveries one statement forgets, so that none holds its locks for long. */
const atOnceMax = 1_000

/**
 * How many such statements a run makes; the next one goes on. A hundred thousand an hour is more
 * than is ever settled.
 */
const statementsMax = 100

/** Forgets what nobody may ask for any more, as the operator. */
export async function cleanUp(database: Database, now: Date): Promise<void> {
  await database.batch([forgetKeptAnswers({ now }), forgetQuotas({ now }), forgetSecurityLog({ now })])
  for (let statement = 0; statement < statementsMax; statement += 1) {
    const [forgotten] = await database.batch([forgetSettledDeliveries({ now, limit: atOnceMax })])
    if (forgotten < atOnceMax) return
  }
}
