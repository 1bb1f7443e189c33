import type { Database } from '#database/connection.js'
import {
  forgetAttempts,
  forgetExports,
  forgetKeptAnswers,
  forgetQuotas,
  forgetRequestCounts,
  forgetSecurityLog,
  forgetSessions,
  forgetSettledDeliveries,
  forgetShownRecommendations,
  forgetSigningKeys,
  forgetSignUps,
  forgetVerifications,
} from '#queries/housekeeping.js'

/** What is forgotten, each by its own time. */
const everything = [
  forgetKeptAnswers,
  forgetRequestCounts,
  forgetQuotas,
  forgetSessions,
  forgetExports,
  forgetVerifications,
  forgetAttempts,
  forgetSignUps,
  forgetSigningKeys,
  forgetSecurityLog,
  forgetSettledDeliveries,
  forgetShownRecommendations,
]

/** Rows that one statement deletes, so that none holds its locks for long. */
const atOnceMax = 1_000

/**
 * Statements of one run for one kind of thing; the next run goes on. A hundred thousand deliveries an
 * hour is more than ever settle.
 */
const statementsMax = 100

/**
 * Deletes what has expired, as the operator. What cannot be deleted keeps nothing else from it.
 *
 * @throws AggregateError with every failure, when all has been tried.
 */
export async function cleanUp(database: Database, now: Date): Promise<void> {
  const failures: unknown[] = []
  for (const forget of everything) {
    await forgetAll(database, forget, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not everything that is over could be deleted')
}

async function forgetAll(database: Database, forget: (typeof everything)[number], now: Date): Promise<void> {
  for (let statement = 0; statement < statementsMax; statement += 1) {
    const [forgotten] = await database.batch([forget({ now, limit: atOnceMax })])
    if (forgotten < atOnceMax) return
  }
}
