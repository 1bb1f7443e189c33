import type { Client } from 'pg'
import type { StoredTable } from './stored-tables.js'

/**
 * Runs `work` while no trigger of ours fires: what triggers once did is in the rows already.
 * Foreign keys go on being checked.
 */
export async function withTriggersAsleep(
  client: Client,
  tables: readonly StoredTable[],
  work: () => Promise<void>,
): Promise<void> {
  const watched = tables.filter(({ hasTriggers }) => hasTriggers)
  for (const { name } of watched) await client.query(`alter table ${name} disable trigger user`)
  await work()
  await client.query('reset role')
  // a table with checks still to come cannot be altered
  await client.query('set constraints all immediate')
  for (const { name } of watched) await client.query(`alter table ${name} enable trigger user`)
}
