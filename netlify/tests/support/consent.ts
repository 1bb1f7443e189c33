import type { AthleteId } from '#domain/values/id.schema.js'
import type { TestDatabase } from './database.js'

/** Lets an athlete consent to the use of health data, as if they had been asked when they signed up. */
export async function consentToHealthData({ rows }: Pick<TestDatabase, 'rows'>, userId: AthleteId): Promise<void> {
  await rows(
    `insert into consents (user_id, purpose, given, changed_at, version) values ($1, 'health-data', true, now(), 1)`,
    [userId],
  )
}
