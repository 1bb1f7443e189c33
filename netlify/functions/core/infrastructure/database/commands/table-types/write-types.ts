import type { Client } from 'pg'
import { type ColumnKind, kindOfType } from '#database/column-kinds.js'
import { readTableColumns, type TableColumn } from './read-tables.js'

const head = `// Rows of the tables as the adapters read them. Generated from the migrated database by npm run db:types; never edited,
// and npm run verify fails when it drifts.
`

const typeOfKind: Record<ColumnKind, string> = {
  boolean: 'boolean',
  number: 'number',
  date: 'Date',
  json: 'unknown',
  text: 'string',
}

/** The TypeScript types of all tables: one per table, columns named as in the database. */
export async function writeTableTypes(client: Client): Promise<string> {
  const columns = await readTableColumns(client)
  const tables = Map.groupBy(columns, ({ schema, table }) => (schema === 'public' ? table : `${schema}_${table}`))
  return [head, ...[...tables].map(([name, items]) => rowType(name, items))].join('\n')
}

function rowType(table: string, columns: readonly TableColumn[]): string {
  const fields = columns.map((column) => `  readonly ${column.column}: ${typeOf(column)}\n`)
  return `export type ${pascalCase(table)}Row = {\n${fields.join('')}}\n`
}

function typeOf({ type, isArray, isNullable }: TableColumn): string {
  const item = typeOfKind[kindOfType(type)]
  // an array of the database may hold nulls; no column of ours does, and the domain's schemas say
  // so
  const whole = isArray ? `readonly ${item}[]` : item
  return isNullable && whole !== 'unknown' ? `${whole} | null` : whole
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
