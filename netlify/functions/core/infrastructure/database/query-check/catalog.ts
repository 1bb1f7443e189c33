import type { Client } from 'pg'
import { type ColumnKind, kindOfType } from './column-kinds.js'
import type { Description } from './describe-statement.js'

/**
 * A column of a result, with what the catalog knows about it. `isNullable` is null when the catalog
 * cannot know, as for an expression.
 */
export type KnownColumn = {
  readonly name: string
  readonly type: string
  readonly kind: ColumnKind
  readonly isArray: boolean
  readonly isNullable: boolean | null
  /** The name of the column in its table; null for an expression. */
  readonly source: string | null
}

const readColumns = `
  select
    described.name,
    format_type(type.oid, null) as type,
    coalesce(item.typname, type.typname) as "itemType",
    item.oid is not null as "isArray",
    attribute.attname as source,
    case when class.relkind in ('r', 'p') then not attribute.attnotnull end as "isNullable"
  from json_to_recordset($1::json) as described (name text, "typeId" oid, "tableId" oid, "columnId" integer, place bigint)
  join pg_type as type on type.oid = described."typeId"
  left join pg_type as item on item.oid = type.typelem and item.typarray = type.oid
  left join pg_class as class on class.oid = described."tableId"
  left join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = described."columnId"
  order by described.place`

/** Looks up what the catalog knows about a statement's columns. */
export async function knownColumns(
  client: Client,
  columns: NonNullable<Description['columns']>,
): Promise<KnownColumn[]> {
  const { rows } = await client.query<Omit<KnownColumn, 'kind'> & { itemType: string }>(readColumns, [
    JSON.stringify(columns.map((column, place) => ({ ...column, place }))),
  ])
  return rows.map(({ itemType, ...column }) => ({ ...column, kind: kindOfType(itemType) }))
}

/** Returns the names of types by their ids, in order. */
export async function typeNames(client: Client, typeIds: readonly number[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format_type(id, null) as name
    from unnest($1::oid[]) with ordinality as asked (id, place)
    order by place`,
    [typeIds],
  )
  return rows.map(({ name }) => name)
}

/** Returns the canonical names of the types in casts, in order; null for an unknown type. */
export async function canonicalNames(client: Client, casts: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await client.query<{ name: string | null }>(
    `select format_type(to_regtype(nullif(name, '')), null) as name
    from unnest($1::text[]) with ordinality as asked (name, place)
    order by place`,
    [casts],
  )
  return rows.map(({ name }) => name)
}
