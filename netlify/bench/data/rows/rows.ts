import { type Table, tableNames, tables } from './tables.js'

/** A value of a column: JSON and arrays are given as text. */
export type Value = string | number | boolean | Date | null

/** The values of a row, by column. */
export type RowOf<Name extends Table> = Readonly<Record<(typeof tables)[Name][number], Value>>

/** Rows that wait to be loaded: for each table, its lines in the text format of `copy`. */
export class Rows {
  #lines = emptyLines()
  #count = 0

  /** How many rows wait. */
  get count(): number {
    return this.#count
  }

  add<Name extends Table>(table: Name, row: RowOf<Name>): void {
    const columns: readonly (keyof RowOf<Name>)[] = tables[table]
    this.#lines[table].push(columns.map((column) => textOf(row[column])).join('\t'))
    this.#count += 1
  }

  /** Returns the rows of each table, in the order of `tableNames`, and forgets them. */
  take(): readonly { readonly table: Table; readonly lines: readonly string[] }[] {
    const taken = this.#lines
    this.#lines = emptyLines()
    this.#count = 0
    return tableNames.map((table) => ({ table, lines: taken[table] })).filter(({ lines }) => lines.length > 0)
  }
}

function emptyLines(): Record<Table, string[]> {
  return Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as Record<Table, string[]>
}

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Writes a value as `copy` reads it. */
function textOf(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  const text = String(value)
  // hardly any has one, and there are hundreds of millions of values
  return special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text
}
