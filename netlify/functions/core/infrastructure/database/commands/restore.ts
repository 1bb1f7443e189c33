import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { type Config, parseDatabaseConfig } from '#infrastructure/config/config.js'
import { createDatabase } from '../connection.js'
import { migrate } from '../migrate.js'
import { readMigrations } from '../migration/read-migrations.js'
import { withPgSession } from '../pg-session/pg-session.js'
import { boundTo } from '../unit-of-work.js'
import { verificationLines, verify } from '../verify.js'
import { totalOf } from './backup/archive-format.js'
import { type CheckedArchive, checkArchive } from './backup/check-archive.js'
import { compareRows } from './backup/compare-rows.js'
import { endAgain } from './backup/end-again.js'
import { eraseAgain } from './backup/erase-again.js'
import { emptyLeftOut } from './backup/left-out.js'
import { loadRows } from './backup/load-rows.js'
import { restoreSequences } from './backup/sequences.js'
import { nothingKnown, readSinceBackup, type SinceBackup } from './backup/since-backup.js'
import { readStoredTables } from './backup/stored-tables.js'
import { writtenTheSameEverywhere } from './backup/table-lines.js'
import { wholeTableRoles } from './backup/table-roles.js'
import { assertEmpty, assertKnown, assertNoRows } from './backup/target-state.js'
import { inSnapshot, inTransaction } from './backup/transaction.js'
import { withTriggersAsleep } from './backup/triggers.js'
import { lineOf } from './backup.js'

const usage = 'npm run db:restore -- FILE [--tombstones FILE|URL]'

export type RestoreOptions = {
  /** The direct URL of an empty database, migrated or not. */
  readonly url: string
  readonly file: string
  /**
   * Where to read what was erased and what has ended since the backup: the URL of the live database,
   * or the file of a later backup.
   */
  readonly tombstones?: string | undefined
  /** The folder with the migrations; the project's own by default. */
  readonly folder?: string
  readonly log?: (line: string) => void
}

export type RestoreReport = {
  readonly rows: number
  readonly tables: number
  /** Accounts that were erased again. */
  readonly erased: number
  /** Keys, consents and webhooks that were ended again. */
  readonly ended: number
}

/**
 * Restores a backup into an empty database: migrates to the backup's version, inserts every row,
 * reads all of them back and compares, ends every session, erases and ends again what was erased or
 * has ended since, and migrates on. The rows are inserted in one transaction: all, or none.
 *
 * @throws CommandError: usage; unreachable; refused (the file is not whole, its schema is not
 *   known, the database is not empty); found (what was read back is not what was backed up); failed
 *   (a statement of a migration).
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const { url, file, folder, log = () => undefined } = options
  const archive = await checkArchive(file)
  const { migrations, takenAt } = archive.header
  log(mark.done(`${file} is whole: taken ${takenAt}, at ${migrations.at(-1)?.name}`))
  const since = options.tombstones === undefined ? nothingKnown : await readSinceBackup(options.tombstones)
  assertKnown(migrations, readMigrations(folder))
  await withPgSession(url, (client) => inSnapshot(client, () => assertEmpty(client, migrations)))
  await migrate({ url, folder, upTo: migrations.at(-1)?.number ?? 0, log })
  const again = await withPgSession(url, (client) => refill(client, archive, since))
  for (const sum of archive.manifest.tables) log(lineOf(sum))
  await migrate({ url, folder, log })
  const { tables } = archive.manifest
  return { rows: totalOf(tables), tables: tables.length, ...again }
}

type Again = Pick<RestoreReport, 'erased' | 'ended'>

async function refill(client: Client, archive: CheckedArchive, { tombstones, ended }: SinceBackup): Promise<Again> {
  await client.query(writtenTheSameEverywhere)
  const again = await inTransaction(client, async () => {
    const tables = await readStoredTables(client)
    await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`)
    await assertNoRows(client, tables)
    const [readers, writers] = [await wholeTableRoles(client, 'select'), await wholeTableRoles(client, 'insert')]
    await withTriggersAsleep(client, tables, () => loadRows(client, archive, writers))
    await compareRows(client, tables, readers, archive.manifest.tables)
    await client.query('reset role')
    await restoreSequences(client, archive.manifest.sequences)
    await emptyLeftOut(client, tables, writers)
    const erased = await eraseAgain(client, tombstones, writers)
    return { erased, ended: await endAgain(client, ended, writers) }
  })
  await client.query('reset role')
  await client.query('analyze')
  return again
}

/** Runs every check of `npm run db:verify`, and returns true when all passed. */
async function verifyRestored(config: Config['database'], log: (line: string) => void): Promise<boolean> {
  const database = createDatabase(config)
  try {
    const reports = await verify(boundTo(database, { kind: 'operator' }))
    for (const line of verificationLines(reports)) log(line)
    return reports.every(({ findings }) => findings.length === 0)
  } finally {
    await database.close()
  }
}

await runCommand(import.meta.url, async () => {
  const options = { tombstones: { type: 'string' } } as const
  const { values, positionals } = optionsOf(options, usage, { allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1)
    throw new CommandError(exitCodes.usage, `Give the file to restore from. Usage: ${usage}`)
  const config = parseDatabaseConfig(process.env)
  console.log(`restoring into ${describeTarget(config.directUrl)}`)
  const { tombstones } = values
  const { rows, tables, erased, ended } = await restore({ url: config.directUrl, file, tombstones, log: console.log })
  console.log(
    `${rows} rows of ${tables} tables restored and compared, ${erased} accounts erased again, ${ended} keys, consents and webhooks ended again`,
  )
  return (await verifyRestored(config, console.log)) ? exitCodes.ok : exitCodes.found
})
