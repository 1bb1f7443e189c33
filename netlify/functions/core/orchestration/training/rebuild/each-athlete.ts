import type { Database } from '#database/connection.js'
import { listAthleteIds } from '#queries/users.js'

const pageSize = 1_000

/** The ids of all athletes, a page at a time. */
export async function* eachAthlete(database: Database): AsyncGenerator<string> {
  let after: string | null = null
  for (;;) {
    const ids: string[] = await database.query(listAthleteIds({ after, limit: pageSize }))
    yield* ids
    after = ids.at(-1) ?? null
    if (ids.length < pageSize) return
  }
}
