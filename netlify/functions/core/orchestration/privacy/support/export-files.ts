import type { OwnedEntity } from '#queries/account-data.js'
import type { Readable } from './entity-scopes.js'
import { aboutTheData, notReadable } from './export-readme.js'
import { csvCell, csvLine, jsonEnd, jsonItem } from './export-rows.js'
import type { ZipFile } from './zip.js'

/** Makes the files of an export one at a time, so that each can be packed and released. */
export function* filesOf(entities: readonly OwnedEntity[], readable: Readable, now: Date): Generator<ZipFile> {
  yield { name: 'README.txt', parts: [readme(entities, readable, now)] }
  for (const { entity, rows } of entities) {
    yield { name: `json/${entity}.json`, parts: jsonOf(rows) }
    yield { name: `csv/${entity}.csv`, parts: csvOf(rows) }
  }
}

function readme(entities: readonly OwnedEntity[], readable: Readable, now: Date): string {
  return [
    `What CalisthenIQ holds of you, as of ${now.toISOString()}.`,
    '',
    'json/ has each kind of thing without loss; csv/ has the same as tables (RFC 4180), nested values as JSON.',
    ...aboutTheData,
    '',
    ...entities.map(({ entity, rows }) => `${entity}: ${rows.length}`),
    '',
    ...notReadable(readable),
  ].join('\r\n')
}

/** Writes a list as `JSON.stringify(rows, null, 2)` does, row by row. */
function* jsonOf(rows: OwnedEntity['rows']): Generator<string> {
  for (const [index, row] of rows.entries()) {
    yield jsonItem(row, index === 0)
  }
  yield jsonEnd
}

/**
 * Writes CSV by RFC 4180, row by row: a header, CRLF, and quotes where they are needed. While it
 * looks for the columns it writes nothing.
 */
export function* csvOf(rows: OwnedEntity['rows']): Generator<string> {
  const columns = new Set<string>()
  for (const row of rows) {
    for (const column of Object.keys(row)) columns.add(column)
    yield ''
  }
  yield csvLine([...columns])
  for (const row of rows) yield csvLine([...columns].map((column) => csvCell(row[column])))
}
