import type { Client } from 'pg'
import { notOfExtension, ourSchema } from '../schema-dump/ours.js'
import type { ArchivedTable } from './archive-format.js'
import { inOrderOfReference } from './table-order.js'

/** A table from the catalog, with its schema; names are quoted where necessary. */
export type StoredTable = ArchivedTable & {
  /** The expressions to order the rows by, so that two backups of the same rows are the same. */
  readonly orderBy: readonly string[]
  readonly references: readonly string[]
  /** True when the table has triggers of this project, which must not fire when rows come back. */
  readonly hasTriggers: boolean
}

type CatalogColumn = { name: string; type: string; collatable: boolean; keyPlace: number | null }
type CatalogTable = { name: string; columns: CatalogColumn[]; references: string[]; hasTriggers: boolean }

/**
 * Reads the tables that migrations create, each after the tables that it refers to.
 *
 * @throws Error when tables refer to each other in a circle.
 */
export async function readStoredTables(client: Client): Promise<StoredTable[]> {
  const { rows } = await client.query<CatalogTable>(readCatalog)
  return inOrderOfReference(
    rows.map(({ columns, ...table }) => ({
      ...table,
      columns: columns.map(({ name, type }) => ({ name, type })),
      orderBy: orderOf(columns),
    })),
  )
}

/**
 * Orders rows by the primary key, or by all columns without one; text by its bytes, because
 * collations differ from server to server.
 */
function orderOf(columns: readonly CatalogColumn[]): string[] {
  const key = columns
    .filter(({ keyPlace }) => keyPlace !== null)
    .sort((a, b) => (a.keyPlace ?? 0) - (b.keyPlace ?? 0))
    .map(({ name, collatable }) => (collatable ? `${name} collate "C"` : name))
  return key.length > 0 ? key : columns.map(({ name }) => `${name}::text collate "C"`)
}

const readCatalog = `
  select
    format('%I.%I', namespace.nspname, class.relname) as name,
    (
      select coalesce(json_agg(json_build_object(
        'name', quote_ident(attribute.attname),
        'type', format_type(attribute.atttypid, attribute.atttypmod),
        'collatable', attribute.attcollation <> 0,
        'keyPlace', array_position(key.indkey::smallint[], attribute.attnum)) order by attribute.attnum), '[]')
      from pg_attribute as attribute
      left join pg_index as key on key.indrelid = class.oid and key.indisprimary
      where attribute.attrelid = class.oid
        and attribute.attnum > 0
        and not attribute.attisdropped
        and attribute.attgenerated = ''
    ) as columns,
    (
      select coalesce(json_agg(format('%I.%I', other_namespace.nspname, other.relname)), '[]')
      from pg_constraint as reference
      join pg_class as other on other.oid = reference.confrelid
      join pg_namespace as other_namespace on other_namespace.oid = other.relnamespace
      where reference.conrelid = class.oid and reference.contype = 'f'
    ) as references,
    exists (select from pg_trigger where tgrelid = class.oid and not tgisinternal) as "hasTriggers"
  from pg_class as class
  join pg_namespace as namespace on namespace.oid = class.relnamespace
  where ${ourSchema} and class.relkind in ('r', 'p') and ${notOfExtension('pg_class', 'class.oid')}
  order by namespace.nspname collate "C", class.relname collate "C"`
