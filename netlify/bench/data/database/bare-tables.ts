import type { Client } from 'pg'
import { tableNames } from '../rows/tables.js'

/** What is taken from tables while they are loaded: statements that take it, and that give it back. */
export type Taken = { readonly drop: readonly string[]; readonly create: readonly string[] }

/**
 * Lists the constraints between tables and the indexes of the loaded tables, in an order in which they
 * can be taken away and given back: what refers to a key goes first and comes back last.
 */
export async function takeableOf(client: Client): Promise<Taken> {
  const { rows } = await client.query<{ drop: string; create: string }>(listTakeable, [tableNames])
  return { drop: rows.map(({ drop }) => drop), create: rows.map(({ create }) => create).toReversed() }
}

const listTakeable = `
  with loaded as (
    select oid, relname
    from pg_class
    where relname = any ($1::text[]) and relnamespace = 'public'::regnamespace
  )
  select
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(con.oid)) as create,
    case contype when 'f' then 1 else 3 end as turn,
    conname as name
  from pg_constraint as con
  where contype in ('f', 'p', 'u')
    and (conrelid in (select oid from loaded) or confrelid in (select oid from loaded) and contype = 'f')
  union all
  select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 2, index.relname
  from pg_index
  join pg_class as index on index.oid = indexrelid
  where indrelid in (select oid from loaded)
    and not exists (select from pg_constraint where conindid = indexrelid)
  order by turn, name`
