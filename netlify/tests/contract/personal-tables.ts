import type { Database } from '#database/connection.js'
import type { TestDatabase } from '#tests/support/database.js'
import { run } from '#tests/support/statements.js'

export type PersonalTable = {
  readonly table: string
  /** The column that says whose row it is. */
  readonly userColumn: string
  /** A column that athletes are granted to update, where there is one. */
  readonly writableColumn: string | null
  readonly secured: boolean
  readonly forced: boolean
}

/**
 * Finds every table that has a user_id, and users itself, in the catalog, so that a new table is
 * tested without a change here.
 */
export function personalTables(arranged: TestDatabase): Promise<PersonalTable[]> {
  return arranged.rows<PersonalTable>(`
    select
      relation.relname::text as "table",
      attribute.attname::text as "userColumn",
      (
        select other.attname::text
        from pg_attribute as other
        where other.attrelid = relation.oid
          and other.attnum > 0
          and not other.attisdropped
          and other.attgenerated = ''
          and other.attidentity = ''
          and has_column_privilege('calistheniq_app', relation.oid, other.attnum, 'update')
        order by other.attnum desc
        limit 1
      ) as "writableColumn",
      relation.relrowsecurity as secured,
      relation.relforcerowsecurity as forced
    from pg_class as relation
    join pg_attribute as attribute on attribute.attrelid = relation.oid
    where relation.relkind in ('r', 'p')
      and relation.relnamespace = 'public'::regnamespace
      and attribute.attname = case relation.relname when 'users' then 'id' else 'user_id' end
    order by relation.relname`)
}

/**
 * Drops foreign keys, checks and triggers of this copy, and keeps the policies, which are tested.
 */
export async function loosen(arranged: TestDatabase, table: string): Promise<void> {
  const constraints = await arranged.rows<{ name: string }>(
    `select conname::text as name from pg_constraint where conrelid = $1::regclass and contype in ('f', 'c')`,
    [table],
  )
  for (const { name } of constraints) await arranged.rows(`alter table ${table} drop constraint "${name}" cascade`)
  await arranged.rows(`alter table ${table} disable trigger user`)
}

/** Inserts a row of the athlete, with a value of the right type in every required column. */
export async function insertBareRow(
  arranged: TestDatabase,
  table: string,
  userColumn: string,
  userId: string,
  database: Database = arranged.database,
): Promise<void> {
  const columns = await arranged.rows<{ name: string; type: string }>(
    `select attname::text as name, format_type(atttypid, null) as type
    from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped
      and attnotnull and not atthasdef and attidentity = '' and attname <> $2`,
    [table, userColumn],
  )
  const names = [userColumn, ...columns.map(({ name }) => `"${name}"`)]
  const values = [`'${userId}'`, ...columns.map(({ type }) => `${something(type)}::${type}`)]
  const text = `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`
  await database.batch([run({ text, values: [] })])
}

/**
 * Makes a value of the type, each time another one where the type has enough, because unique
 * constraints stay.
 */
function something(type: string): string {
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type.startsWith('json')) return `'{}'`
  if (type === 'boolean') return 'false'
  if (/^(date|time)/.test(type)) return 'now()'
  if (/^(small|big)?int|^numeric|^double|^real/.test(type)) return 'random()'
  return `left(md5(random()::text), 5)`
}
