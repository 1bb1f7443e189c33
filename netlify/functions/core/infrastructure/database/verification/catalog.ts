import { mapInSteps } from '#domain/values/steps.js'
import type { ReadCatalog } from '../commands/schema-dump/section.js'
import type { Database } from '../connection.js'
import type { Statement } from '../statement.js'

/** Reads the catalogs through the port; the SQL texts are constants from schema-dump/. */
export function catalogOf(database: Database): ReadCatalog {
  return async <Row>(text: string) => {
    const statement: Statement<Row[]> = {
      name: 'readCatalog',
      text,
      values: [],
      parse: (rows) => mapInSteps(rows, (row) => row as Row),
    }
    return database.query(statement)
  }
}
