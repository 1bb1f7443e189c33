import * as z from 'zod'
import { mapInSteps } from '#domain/values/steps.js'
import type { Database } from '../connection.js'
import { many, type Statement, sql } from '../statement.js'
import type { Check, Finding } from './check.js'

const foreignKeyRow = z.object({ name: z.string(), child: z.string(), parent: z.string(), query: z.string() })
type ForeignKey = z.output<typeof foreignKeyRow>

/** Lists every foreign key, with a query that counts the rows whose parent is missing. */
export const listForeignKeys = many({
  name: 'listForeignKeys',
  row: foreignKeyRow,
  sql: (_: Record<never, never>) => sql`
    select
      con.conname::text as name,
      con.conrelid::regclass::text as child,
      con.confrelid::regclass::text as parent,
      format(
        'select count(*)::integer as orphans from %s as child where %s and not exists (select from %s as parent where %s)',
        con.conrelid::regclass,
        string_agg(format('child.%I is not null', child.attname), ' and ' order by pair.place),
        con.confrelid::regclass,
        string_agg(format('parent.%I = child.%I', parent.attname, child.attname), ' and ' order by pair.place)
      ) as query
    from pg_constraint as con
    cross join lateral unnest(con.conkey, con.confkey) with ordinality as pair (child_column, parent_column, place)
    join pg_attribute as child on child.attrelid = con.conrelid and child.attnum = pair.child_column
    join pg_attribute as parent on parent.attrelid = con.confrelid and parent.attnum = pair.parent_column
    where con.contype = 'f'
      and has_table_privilege(con.conrelid, 'select')
      and has_table_privilege(con.confrelid, 'select')
    group by con.oid
    order by name, child`,
  map: (row) => row,
})

/**
 * Checks that every row has the row that it refers to: a restore, or disabled triggers, can leave
 * rows behind that no constraint checks.
 */
export const orphansCheck: Check = {
  name: 'orphans',
  run: async (database: Database) => {
    const keys = await database.query(listForeignKeys({}))
    const counts = await database.batch(keys.map(countOrphans), { readOnly: true })
    return keys.flatMap(({ name, child, parent }, at): Finding[] => {
      const orphans = counts[at] ?? 0
      if (orphans === 0) return []
      return [{ subject: child, problem: `${orphans} rows refer to ${parent} that are not there (${name})` }]
    })
  },
}

/** Makes a statement from the query that the server wrote, with every name quoted. */
function countOrphans({ name, query }: ForeignKey): Statement<number> {
  return {
    name: `countOrphans of ${name}`,
    text: query,
    values: [],
    parse: function* (rows) {
      const [counted] = yield* mapInSteps(rows, (row) => z.object({ orphans: z.number() }).parse(row))
      return counted?.orphans ?? 0
    },
  }
}
