import type { Client } from 'pg'
import * as z from 'zod'
import type { CheckedArchive } from './check-archive.js'
import type { TextRow } from './endings.js'
import { readArchive } from './read-archive.js'
import { type TableRoles, takeRoleFor } from './table-roles.js'

/** Some columns of some rows of a table. */
export type Told = { readonly table: string; readonly columns: readonly string[]; readonly where: string }

/** Reads rows of a live database, inside the current transaction; none where there is no such table. */
export async function toldByDatabase(client: Client, told: Told, roles: TableRoles): Promise<TextRow[]> {
  if (!roles.has(told.table)) return []
  await takeRoleFor(client, told.table, roles)
  const columns = told.columns.map((name) => `${name}::text`)
  const { rows } = await client.query<TextRow>(
    `select ${columns.join(', ')} from ${told.table} where ${told.where} order by ${columns.join(', ')}`,
  )
  return rows
}

/** Reads all rows of the named tables of a backup, as it is read once; `where` is left to the caller. */
export async function toldByArchive(
  { file, header }: CheckedArchive,
  tables: ReadonlySet<string>,
  onRow: (table: string, row: TextRow) => void,
): Promise<void> {
  const columns = new Map(header.tables.map((table) => [table.name, table.columns.map(({ name }) => name)]))
  for await (const part of readArchive(file)) {
    if (part.kind !== 'rows' || !tables.has(part.table)) continue
    for (const line of part.lines) {
      const values = z.array(z.string().nullable()).parse(JSON.parse(String(line)))
      const named = (columns.get(part.table) ?? []).map((name, index) => [name, values[index] ?? null] as const)
      onRow(part.table, Object.fromEntries(named))
    }
  }
}
