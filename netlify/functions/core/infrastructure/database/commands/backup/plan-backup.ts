import type { Client } from 'pg'
import { type AppliedMigration, listApplied } from '#database/migration/bookkeeping.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { isLeftOut } from './left-out.js'
import { readStoredTables, type StoredTable } from './stored-tables.js'
import { type TableRoles, takeRoleFor, wholeTableRoles } from './table-roles.js'

/** What there is to back up, as the current snapshot sees it. */
export type Stored = {
  readonly server: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly StoredTable[]
  readonly roles: TableRoles
}

/**
 * Finds out what there is to back up, and locks migrations out until the transaction ends.
 *
 * @throws CommandError (refused) when the database was never migrated, or a migration is running.
 */
export async function planBackup(client: Client): Promise<Stored> {
  const migrations = await listApplied(client)
  if (migrations.length === 0)
    throw new CommandError(exitCodes.refused, 'This database was never migrated, so there is nothing to back up.')
  const unfinished = migrations.find(({ finished }) => !finished)
  if (unfinished)
    throw new CommandError(exitCodes.refused, `${unfinished.name} is not finished: run npm run db:migrate first.`)
  const tables = await readStoredTables(client)
  await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`)
  const roles = await wholeTableRoles(client, 'select')
  const { rows } = await client.query<{ server: string }>(`select current_setting('server_version') as server`)
  return { server: rows[0]?.server ?? 'unknown', migrations, tables, roles }
}

/** Counts the rows that a backup will hold. */
export async function countRows(client: Client, { tables, roles }: Stored): Promise<number> {
  let total = 0
  for (const { name } of tables.filter((table) => !isLeftOut(table))) {
    await takeRoleFor(client, name, roles)
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`)
    total += Number(rows[0]?.count)
  }
  return total
}
