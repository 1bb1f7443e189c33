import type { Database } from '#database/connection.js'
import { listAthleteIds } from '#queries/users.js'

const pageSize = 1_000

/** Yields the ids of all athletes; it reads them in pages. */
export async function* eachAthlete(database: Database): AsyncGenerator<string> {
  let after: string | null = null
  for (;;) {
    const ids: string[] = await database.query(listAthleteIds({ after, limit: pageSize }))
    yield* ids
    after = ids.at(-1) ?? null
    if (ids.length < pageSize) return
  }
}
