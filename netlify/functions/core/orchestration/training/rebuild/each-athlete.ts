import type { Database } from '#database/connection.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { listAthleteIds } from '#queries/users.js'

const pageSize = 1_000

/** Yields the ids of all athletes; it reads them in pages. */
export async function* eachAthlete(database: Database): AsyncGenerator<AthleteId> {
  let after: AthleteId | null = null
  for (;;) {
    const ids: AthleteId[] = await database.query(listAthleteIds({ after, limit: pageSize }))
    yield* ids
    after = ids.at(-1) ?? null
    if (ids.length < pageSize) return
  }
}
