import type { OwnedPageRow } from '#queries/account-data.js'
import type { OwnedRow } from '#queries/owned-entities.js'
import type { Archive } from './archive.js'
import { csvLine, jsonEnd, jsonItem } from './export-rows.js'

/** The two files of one kind of thing: `json/<name>.json` and `csv/<name>.csv`. */
export class RowFiles {
  readonly #json
  readonly #csv
  #columns: readonly string[] | null = null

  constructor(archive: Archive, name: string) {
    this.#json = archive.open(`json/${name}.json`)
    this.#csv = archive.open(`csv/${name}.csv`)
  }

  write({ json }: OwnedPageRow): void {
    const row: OwnedRow = JSON.parse(json)
    this.#json.write(jsonItem(json, this.#columns === null))
    this.#columns ??= this.#begin(row)
    this.#csv.write(csvLine(this.#columns.map((column) => row[column])))
  }

  /** Every row of a table has all of its columns, so the first one tells them. */
  #begin(row: OwnedRow): string[] {
    const columns = Object.keys(row)
    this.#csv.write(csvLine(columns))
    return columns
  }

  close(): void {
    this.#json.write(jsonEnd)
    this.#json.close()
    this.#csv.close()
  }
}
