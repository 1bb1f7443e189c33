import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { type TableSum, totalOf } from './archive-format.js'
import { LineSum } from './line-sum.js'
import type { StoredTable } from './stored-tables.js'
import { tableLines } from './table-lines.js'
import type { TableRoles } from './table-roles.js'

/**
 * Reads the restored rows back, and compares them with the sums of the backup.
 *
 * @throws CommandError (found) naming the first table whose rows differ.
 */
export async function compareRows(
  client: Client,
  tables: readonly StoredTable[],
  roles: TableRoles,
  backedUp: readonly TableSum[],
): Promise<void> {
  const sums = new Map(backedUp.map((sum) => [sum.name, sum]))
  const bar = new ProgressBar('rows compared', totalOf(backedUp))
  let rows = 0
  for (const table of tables) {
    const read = new LineSum()
    for await (const lines of tableLines(client, table, roles)) {
      read.add(lines)
      rows += lines.length
      bar.show(rows)
    }
    const expected = sums.get(table.name)
    if (expected?.rows === read.lines && expected.sha256 === read.digest()) continue
    throw new CommandError(
      exitCodes.found,
      `${table.name} does not read as it was backed up (${read.lines} rows of ${expected?.rows ?? 0}): nothing was restored.`,
    )
  }
}
