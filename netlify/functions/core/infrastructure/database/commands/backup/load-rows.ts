import type { Client } from 'pg'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { type ArchivedTable, totalOf } from './archive-format.js'
import type { CheckedArchive } from './check-archive.js'
import { readArchive } from './read-archive.js'
import { type TableRoles, takeRoleFor } from './table-roles.js'

const batchBytesMax = 4 * 1_024 * 1_024

/**
 * Inserts all rows of an archive into their tables, which are empty, inside the current
 * transaction.
 */
export async function loadRows(client: Client, archive: CheckedArchive, roles: TableRoles): Promise<void> {
  const { file, header, manifest } = archive
  const tables = new Map(header.tables.map((table) => [table.name, table]))
  const bar = new ProgressBar('rows restored', totalOf(manifest.tables))
  let rows = 0
  for await (const part of readArchive(file)) {
    if (part.kind !== 'rows') continue
    const table = tables.get(part.table)
    if (!table) throw new Error(`${part.table} is not in the header`)
    await takeRoleFor(client, table.name, roles)
    for (const lines of batchesOf(part.lines)) await insertRows(client, table, lines)
    rows += part.lines.length
    bar.show(rows)
  }
}

/** Groups lines into batches that one statement can take. */
function* batchesOf(lines: readonly Buffer[]): Generator<Buffer[]> {
  let batch: Buffer[] = []
  let bytes = 0
  for (const line of lines) {
    batch.push(line)
    bytes += line.length
    if (bytes < batchBytesMax) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/**
 * Inserts rows as the file has them: PostgreSQL reads each value in the text form that it once
 * wrote.
 */
async function insertRows(client: Client, { name, columns }: ArchivedTable, lines: readonly Buffer[]): Promise<void> {
  const values = columns.map(({ type }, index) => `(line ->> ${index})::${type}`)
  await client.query(
    `insert into ${name} (${columns.map((column) => column.name).join(', ')})
     overriding system value
     select ${values.join(', ')}
     from jsonb_array_elements($1::jsonb) as lines (line)`,
    [`[${lines.join(',')}]`],
  )
}
