import type { Client } from 'pg'
import type { StoredTable } from './stored-tables.js'
import { type TableRoles, takeRoleFor } from './table-roles.js'

const rowsAtOnce = 500

/**
 * Fixes how values are written, whatever the server's own settings: the same rows give the same
 * lines everywhere.
 */
export const writtenTheSameEverywhere = `
  set timezone = 'UTC';
  set datestyle = 'ISO, YMD';
  set intervalstyle = 'iso_8601';
  set bytea_output = 'hex';
  set extra_float_digits = 1;
  set client_encoding = 'UTF8';
  set search_path = pg_catalog;
  set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0`

/**
 * Yields the rows of a table as lines, some at a time, through a cursor inside the current
 * transaction.
 */
export async function* tableLines(client: Client, table: StoredTable, roles: TableRoles): AsyncGenerator<string[]> {
  await takeRoleFor(client, table.name, roles)
  const columns = table.columns.map(({ name }) => `${name}::text`)
  await client.query(`
    declare table_lines no scroll cursor for
    select ${columns.join(', ')}
    from ${table.name}
    order by ${table.orderBy.join(', ')}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${rowsAtOnce} from table_lines`,
      rowMode: 'array',
    })
    if (rows.length > 0) yield rows.map((row) => JSON.stringify(row))
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close table_lines')
}
