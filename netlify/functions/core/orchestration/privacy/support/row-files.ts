import type { OwnedRow } from '#queries/owned-entities.js'
import type { Archive } from './archive.js'
import { csvCell, csvLine, jsonEnd, jsonItem } from './export-rows.js'

/** The two files of one kind of thing: `json/<name>.json` and `csv/<name>.csv`. */
export class RowFiles {
  readonly #json
  readonly #csv
  #columns: readonly string[] | null = null

  constructor(archive: Archive, name: string) {
    this.#json = archive.open(`json/${name}.json`)
    this.#csv = archive.open(`csv/${name}.csv`)
  }

  write(rows: readonly OwnedRow[]): void {
    const isFirst = this.#columns === null
    // every row of a table has all of its columns
    this.#columns ??= Object.keys(rows[0] ?? {})
    const columns = this.#columns
    const lines = rows.map((row) => csvLine(columns.map((column) => csvCell(row[column]))))
    this.#csv.write([...(isFirst ? [csvLine(columns)] : []), ...lines].join(''))
    this.#json.write(rows.map((row, index) => jsonItem(row, isFirst && index === 0)).join(''))
  }

  close(): void {
    this.#json.write(jsonEnd)
    this.#json.close()
    this.#csv.close()
  }
}
