import type { TestApi, TestAthlete } from '#tests/support/api.js'
import { personalTables } from './personal-tables.js'

/** Requests are counted even when they change nothing. */
const countsRequests = /^(auth_|rate_limits$|request_counts$)/

/** Rows by table. */
export type State = Readonly<Record<string, readonly unknown[]>>

/** Reads every row that belongs to an athlete, by table, with one statement. */
export async function stateReader({ db }: TestApi): Promise<(athlete: Pick<TestAthlete, 'id'>) => Promise<State>> {
  const tables = (await personalTables(db)).filter(({ table }) => !countsRequests.test(table))
  const lists = tables.map(
    ({ table, userColumn }) =>
      `'${table}', (select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]')
       from ${table} as t where ${userColumn} = $1)`,
  )
  const statement = `select jsonb_build_object(${lists.join(', ')}) as state`
  return async ({ id }) => {
    const [found] = await db.rows<{ state: State }>(statement, [id])
    return found?.state ?? {}
  }
}

/** Counts how many rows each table has gained. */
export function growth(before: State, after: State): Record<string, number> {
  const grown = Object.keys(after).map((table) => [table, (after[table]?.length ?? 0) - (before[table]?.length ?? 0)])
  return Object.fromEntries(grown.filter(([, rows]) => rows !== 0))
}
