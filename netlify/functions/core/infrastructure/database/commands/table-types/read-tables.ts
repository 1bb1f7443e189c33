import type { Client } from 'pg'

export type TableColumn = {
  readonly schema: string
  readonly table: string
  readonly column: string
  /** The name in pg_type, of the items where the column is an array. */
  readonly type: string
  readonly isArray: boolean
  readonly isNullable: boolean
}

/** The columns of all tables that migrations make, in the order of their names and places. */
export async function readTableColumns(client: Client): Promise<TableColumn[]> {
  const { rows } = await client.query<TableColumn>(`
    select
      namespace.nspname as schema,
      class.relname as table,
      attribute.attname as column,
      coalesce(item.typname, type.typname) as type,
      item.oid is not null as "isArray",
      not attribute.attnotnull as "isNullable"
    from pg_attribute as attribute
    join pg_class as class on class.oid = attribute.attrelid
    join pg_namespace as namespace on namespace.oid = class.relnamespace
    join pg_type as type on type.oid = attribute.atttypid
    left join pg_type as item on item.oid = type.typelem and item.typarray = type.oid
    where namespace.nspname in ('public', 'app')
      and class.relkind in ('r', 'p')
      and attribute.attnum > 0
      and not attribute.attisdropped
    order by namespace.nspname = 'public' desc, namespace.nspname collate "C", class.relname collate "C", attribute.attnum`)
  return rows
}
