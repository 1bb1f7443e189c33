import type { TestApi, TestAthlete } from '#tests/support/api.js'
import { personalTables } from './personal-tables.js'

/** Requests are counted even when they change nothing. */
const countsRequests = /^(auth_|rate_limits$)/

/** Rows by table. */
export type State = Readonly<Record<string, readonly unknown[]>>

/** Reads every row that belongs to an athlete, by table. */
export async function stateReader({ db }: TestApi): Promise<(athlete: Pick<TestAthlete, 'id'>) => Promise<State>> {
  const tables = (await personalTables(db)).filter(({ table }) => !countsRequests.test(table))
  return async ({ id }) => {
    const rows = tables.map(async ({ table, userColumn }) => {
      const found = await db.rows<{ row: unknown }>(
        `select to_jsonb(t) as row from ${table} as t where ${userColumn} = $1 order by 1`,
        [id],
      )
      return [table, found.map(({ row }) => row)] as const
    })
    return Object.fromEntries(await Promise.all(rows))
  }
}

/** How many rows a table has more than before. */
export function growth(before: State, after: State): Record<string, number> {
  const grown = Object.keys(after).map((table) => [table, (after[table]?.length ?? 0) - (before[table]?.length ?? 0)])
  return Object.fromEntries(grown.filter(([, rows]) => rows !== 0))
}
