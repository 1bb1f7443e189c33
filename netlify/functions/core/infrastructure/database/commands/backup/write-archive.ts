import type { Client } from 'pg'
import { type ArchiveHeader, type ArchiveManifest, formatName, formatVersion, type TableSum } from './archive-format.js'
import { isLeftOut } from './left-out.js'
import { LineSum } from './line-sum.js'
import type { Stored } from './plan-backup.js'
import { readSequences } from './sequences.js'
import { tableLines } from './table-lines.js'

export type ArchivePlan = Stored & {
  readonly takenAt: Date
  readonly onRows: (count: number) => void
  readonly onTable: (sum: TableSum) => void
}

/** Yields the text of an archive, piece by piece, inside the current transaction. */
export async function* writeArchive(client: Client, plan: ArchivePlan): AsyncGenerator<string> {
  const whole = new LineSum()
  const sums: TableSum[] = []
  const text = (lines: readonly string[]) => {
    whole.add(lines)
    return `${lines.join('\n')}\n`
  }
  yield text([JSON.stringify(headerOf(plan))])
  for (const table of plan.tables) {
    const sum = new LineSum()
    yield text([JSON.stringify({ table: table.name })])
    for await (const lines of isLeftOut(table) ? [] : tableLines(client, table, plan.roles)) {
      sum.add(lines)
      yield text(lines)
      plan.onRows(lines.length)
    }
    const total = { name: table.name, rows: sum.lines, sha256: sum.digest() }
    sums.push(total)
    plan.onTable(total)
  }
  await client.query('reset role')
  const manifest: ArchiveManifest = { tables: sums, sequences: await readSequences(client), sha256: whole.digest() }
  yield `${JSON.stringify(manifest)}\n`
}

function headerOf({ takenAt, server, migrations, tables }: ArchivePlan): ArchiveHeader {
  return {
    format: formatName,
    version: formatVersion,
    takenAt: takenAt.toISOString(),
    server,
    migrations: migrations.map(({ number, name, checksum }) => ({ number, name, checksum })),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
}
