import { type Table, tableNames, tables } from './tables.js'

/** A value of a column: JSON and arrays are given as text. */
export type Value = string | number | boolean | Date | null

/** The values of a row, by column. */
export type RowOf<Name extends Table> = Readonly<Record<(typeof tables)[Name][number], Value>>

/** Rows that wait to be loaded: for each table, its lines in the text format of `copy`. */
export class Rows {
  #lines = new Map<Table, string[]>()
  #count = 0

  /** How many rows wait. */
  get count(): number {
    return this.#count
  }

  add<Name extends Table>(table: Name, row: RowOf<Name>): void {
    const columns: readonly (keyof RowOf<Name>)[] = tables[table]
    this.#linesOf(table).push(columns.map((column) => textOf(row[column])).join('\t'))
    this.#count += 1
  }

  /** Moves rows here from others, as they are and as each of the changes makes them. */
  move(others: Rows, changes: readonly ((lines: string) => string)[]): void {
    this.#count += others.count * (1 + changes.length)
    for (const { table, lines } of others.take()) {
      const text = lines.join('\n')
      this.#linesOf(table).push(text, ...changes.map((change) => change(text)))
    }
  }

  /** Returns the rows of each table, some of them joined by line feeds, in the order of `tableNames`, and forgets them. */
  take(): readonly { readonly table: Table; readonly lines: readonly string[] }[] {
    const taken = this.#lines
    this.#lines = new Map()
    this.#count = 0
    return tableNames.flatMap((table) => {
      const lines = taken.get(table)
      return lines ? [{ table, lines }] : []
    })
  }

  #linesOf(table: Table): string[] {
    const known = this.#lines.get(table)
    if (known) return known
    const lines: string[] = []
    this.#lines.set(table, lines)
    return lines
  }
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
