import { type Client, escapeIdentifier } from 'pg'

/**
 * Drops the indexes that an interrupted `create index concurrently` left behind: PostgreSQL marks
 * them as invalid, keeps them up to date and never reads them, and `if not exists` takes them for
 * done.
 */
export async function dropInvalidIndexes(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select namespace.nspname as schema, class.relname as name
    from pg_index as index
    join pg_class as class on class.oid = index.indexrelid
    join pg_namespace as namespace on namespace.oid = class.relnamespace
    where not index.indisvalid
      and class.relkind = 'i'
      and namespace.nspname <> 'pg_toast'
    order by 1, 2`)
  for (const { schema, name } of rows)
    await client.query(`drop index concurrently ${escapeIdentifier(schema)}.${escapeIdentifier(name)}`)
}
