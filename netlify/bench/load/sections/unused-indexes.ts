import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '#tests/support/with-client.js'
import { docsFolder } from '../folders.js'
import type { UnusedIndex } from '../result.js'

/**
 * Lists the indexes that nothing has looked into since the database was copied: no plan, and no foreign key. Those that
 * hold a key unique are left out, and those of tables that nobody has written to. Whoever has used the database has
 * disconnected: the server counts then at the latest.
 */
export async function listUnusedIndexes(url: string): Promise<readonly UnusedIndex[]> {
  const readers = readersIn(readFileSync(join(docsFolder, 'database-infrastructure.md'), 'utf8'))
  const { rows } = await withClient(url, (client) => client.query<Omit<UnusedIndex, 'readBy'>>(unused))
  return rows.map((row) => ({ ...row, readBy: readers.get(row.name) ?? 'nobody whom the guide names' }))
}

/** Reads from the guide's table of indexes who reads each. */
function readersIn(guide: string): Map<string, string> {
  const rows = guide.matchAll(/^\| `(\w+)` \| ([^|]+) \|$/gm)
  return new Map([...rows].map(([, name = '', reader = '']) => [name, reader]))
}

const unused = `
  select indexes.indexrelname as name, tables.relname as "table", writes.count::integer as writes
  from pg_stat_user_indexes as indexes
  join pg_index as stored on stored.indexrelid = indexes.indexrelid
  join pg_stat_user_tables as tables on tables.relid = indexes.relid
  cross join lateral (select tables.n_tup_ins + tables.n_tup_upd + tables.n_tup_del as count) as writes
  where indexes.idx_scan = 0
    and not stored.indisunique
    and writes.count > 0
  order by writes.count desc, indexes.indexrelname`
