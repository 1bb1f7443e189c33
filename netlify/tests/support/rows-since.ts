import type { TestDatabase } from './database.js'

/** Names a moment for `rowsSince`. */
export async function transactionNow(db: Pick<TestDatabase, 'rows'>): Promise<string> {
  const [now] = await db.rows<{ id: string }>('select pg_current_xact_id()::text as id')
  return now?.id ?? ''
}

/** Counts the rows that transactions after a moment left, by table. */
export async function rowsSince(db: Pick<TestDatabase, 'rows'>, transaction: string): Promise<Record<string, number>> {
  const tables = await db.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const counted = await db.rows<{ name: string; written: number }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*)::integer as written from ${name} where xmin::text::bigint > ${transaction}`,
      )
      .join(' union all '),
  )
  return Object.fromEntries(counted.filter(({ written }) => written > 0).map(({ name, written }) => [name, written]))
}
