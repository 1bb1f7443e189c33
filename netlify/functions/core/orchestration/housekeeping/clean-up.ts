import type { Database } from '../../infrastructure/database/connection.js'
import {
  forgetKeptAnswers,
  forgetQuotas,
  forgetSecurityLog,
} from '../../infrastructure/database/queries/housekeeping.js'

/** Forgets what nobody may ask for any more, as the operator. */
export async function cleanUp(database: Database, now: Date): Promise<void> {
  await database.batch([forgetKeptAnswers({ now }), forgetQuotas({ now }), forgetSecurityLog({ now })])
}
