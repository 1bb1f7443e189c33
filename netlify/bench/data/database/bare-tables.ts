import type { Client } from 'pg'
import { withClient } from '#tests/support/with-client.js'
import { tableNames } from '../rows/tables.js'

/** What is taken from tables while they are loaded: statements that take it, and that give it back. */
export type Taken = {
  readonly drop: readonly string[]
  /** In phases: those of a phase need what those before gave back, and not each other. */
  readonly create: readonly [indexes: readonly Creation[], references: readonly Creation[]]
}

/** A statement that gives something back to a table. */
type Creation = { readonly table: string; readonly statement: string }

/**
 * Lists the constraints between tables and the indexes of the loaded tables, in an order in which they
 * can be taken away and given back: what refers to a key goes first and comes back last.
 */
export async function takeableOf(client: Client): Promise<Taken> {
  const { rows } = await client.query<Creation & { drop: string; refers: boolean }>(listTakeable, [tableNames])
  const creations = (refer: boolean) =>
    rows.flatMap(({ table, statement, refers }) => (refers === refer ? [{ table, statement }] : [])).toReversed()
  return { drop: rows.map(({ drop }) => drop), create: [creations(false), creations(true)] }
}

/** Gives back what was taken, the largest tables first and two of them at a time: making an index also waits for the disk. */
export async function giveBack(url: string, { create }: Taken): Promise<void> {
  for (const phase of create) {
    const byTable = Map.groupBy(phase, ({ table }) => table)
    await onLargestFirst(url, [...byTable.keys()], (table) => (byTable.get(table) ?? []).map((one) => one.statement))
  }
}

/** Runs statements about tables on two connections: those about one table on the same, one after the other. */
export async function onLargestFirst(
  url: string,
  tables: readonly string[],
  statementsOf: (table: string) => readonly string[],
): Promise<void> {
  const waiting = await withClient(url, (client) => bySize(client, tables))
  const work = () =>
    withClient(url, async (client) => {
      await client.query("set maintenance_work_mem = '512MB'")
      for (let table = waiting.shift(); table; table = waiting.shift()) {
        for (const statement of statementsOf(table)) await client.query(statement)
      }
    })
  await Promise.all([work(), work()])
}

async function bySize(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    'select "table" from unnest($1::text[]) as "table" order by pg_relation_size("table"::regclass) desc, 1',
    [tables],
  )
  return rows.map(({ table }) => table)
}

const listTakeable = `
  with loaded as (
    select oid, relname
    from pg_class
    where relname = any ($1::text[]) and relnamespace = 'public'::regnamespace
  )
  select
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    conrelid::regclass::text as "table",
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(con.oid)) as statement,
    contype = 'f' as refers,
    case contype when 'f' then 1 else 3 end as turn,
    conname as name
  from pg_constraint as con
  where contype in ('f', 'p', 'u')
    and (conrelid in (select oid from loaded) or confrelid in (select oid from loaded) and contype = 'f')
  union all
  select
    format('drop index %s', indexrelid::regclass), indrelid::regclass::text, pg_get_indexdef(indexrelid), false, 2,
    index.relname
  from pg_index
  join pg_class as index on index.oid = indexrelid
  where indrelid in (select oid from loaded)
    and not exists (select from pg_constraint where conindid = indexrelid)
  order by turn, name`
