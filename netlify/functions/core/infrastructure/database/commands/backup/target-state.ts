import type { Client } from 'pg'
import { listApplied } from '#database/migration/bookkeeping.js'
import type { MigrationFile } from '#database/migration/migration-file.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import type { ArchivedMigration } from './archive-format.js'
import { readStoredTables, type StoredTable } from './stored-tables.js'
import { takeRoleFor, wholeTableRoles } from './table-roles.js'

const remedy = 'Restore into a new database (createdb), and set DATABASE_URL to it.'

/**
 * Makes sure that this version of the project knows the schema of a backup.
 *
 * @throws CommandError (refused) naming the first migration that is missing here, or different.
 */
export function assertKnown(migrations: readonly ArchivedMigration[], files: readonly MigrationFile[]): void {
  const known = new Map(files.map((file) => [file.number, file]))
  for (const { number, name, checksum } of migrations) {
    const file = known.get(number)
    if (file?.name === name && file.checksum === checksum) continue
    throw new CommandError(
      exitCodes.refused,
      `The backup rests on ${name}, which ${file ? 'is another' : 'is not known'} here: restore it with the version of the project that wrote it.`,
    )
  }
}

/**
 * Makes sure that a database can take a backup: it was never migrated, or no further than the
 * backup, and has no rows. It runs inside the current transaction.
 *
 * @throws CommandError (refused) naming what stands in the way.
 */
export async function assertEmpty(client: Client, migrations: readonly ArchivedMigration[]): Promise<void> {
  const applied = await listApplied(client)
  const last = migrations.at(-1)?.number ?? 0
  const beyond = applied.find(({ number }) => number > last)
  if (beyond)
    throw new CommandError(
      exitCodes.refused,
      `This database has ${beyond.name}, which is newer than the backup. ${remedy}`,
    )
  const tables = await readStoredTables(client)
  if (applied.length === 0 && tables.length > 0)
    throw new CommandError(
      exitCodes.refused,
      `This database belongs to something else: it has ${tables[0]?.name}. ${remedy}`,
    )
  await assertNoRows(client, tables)
}

/** Refuses tables that have rows, as `assertEmpty` does, inside the current transaction. */
export async function assertNoRows(client: Client, tables: readonly StoredTable[]): Promise<void> {
  const roles = await wholeTableRoles(client, 'select')
  for (const { name } of tables) {
    await takeRoleFor(client, name, roles)
    const { rows } = await client.query<{ found: boolean }>(`select exists (select from ${name}) as found`)
    if (rows[0]?.found)
      throw new CommandError(exitCodes.refused, `This database is not empty: ${name} has rows. ${remedy}`)
  }
  await client.query('reset role')
}
