import { stat } from 'node:fs/promises'
import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { withPgSession } from '../pg-session/pg-session.js'
import { type TableSum, totalOf } from './backup/archive-format.js'
import { countRows, planBackup } from './backup/plan-backup.js'
import { writtenTheSameEverywhere } from './backup/table-lines.js'
import { inSnapshot } from './backup/transaction.js'
import { writeArchive } from './backup/write-archive.js'
import { assertNew, writeCompressed } from './backup/write-file.js'

const usage = 'npm run db:backup -- FILE'

export type BackupOptions = {
  /** The direct URL: the snapshot belongs to one session. */
  readonly url: string
  readonly file: string
  readonly now?: Date
  readonly log?: (line: string) => void
}

/** What a backup contains; the sums of the tables tell two backups apart. */
export type BackupReport = { readonly tables: readonly TableSum[]; readonly rows: number; readonly bytes: number }

/**
 * Writes what is stored into one file, from one snapshot, while the database keeps working. Sessions
 * and counts of requests are left out. The file contains people's personal data and encrypted
 * secrets: only its owner may read it.
 *
 * @throws CommandError: unreachable; refused (the file exists, the database is not migrated);
 *   failed (the file cannot be written).
 */
export async function backup({ url, file, now = new Date(), log }: BackupOptions): Promise<BackupReport> {
  assertNew(file)
  const tables = await withPgSession(url, async (client) => {
    await client.query(writtenTheSameEverywhere)
    return inSnapshot(client, () => writeSnapshot(client, { file, now, log }))
  })
  return { tables, rows: totalOf(tables), bytes: (await stat(file)).size }
}

type Snapshot = { file: string; now: Date; log: ((line: string) => void) | undefined }

async function writeSnapshot(client: Client, { file, now, log }: Snapshot): Promise<TableSum[]> {
  const stored = await planBackup(client)
  const bar = new ProgressBar('rows', await countRows(client, stored))
  const tables: TableSum[] = []
  let rows = 0
  const onRows = (count: number) => {
    rows += count
    bar.show(rows)
  }
  const onTable = (sum: TableSum) => {
    tables.push(sum)
    log?.(lineOf(sum))
  }
  await writeCompressed(file, writeArchive(client, { ...stored, takenAt: now, onRows, onTable }))
  return tables
}

/** Sums up a table in one line: "public.users: 12 rows". */
export function lineOf({ name, rows }: TableSum): string {
  return rows === 0 ? mark.skipped(`${name}: no rows`) : mark.done(`${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}`)
}

await runCommand(import.meta.url, async () => {
  const { positionals } = optionsOf({}, usage, { allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new CommandError(exitCodes.usage, `Give the file to write. Usage: ${usage}`)
  const url = parseDatabaseConfig(process.env).directUrl
  console.log(`backing up ${describeTarget(url)}`)
  const { tables, rows, bytes } = await backup({ url, file, log: console.log })
  console.log(`${rows} rows of ${tables.length} tables in ${file}, ${Math.ceil(bytes / 1_000)} kB`)
  return exitCodes.ok
})
