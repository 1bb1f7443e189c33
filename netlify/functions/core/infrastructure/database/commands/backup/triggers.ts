import type { Client } from 'pg'
import type { StoredTable } from './stored-tables.js'

/**
 * Runs `work` with this project's triggers turned off: the rows already contain what the triggers
 * did once. Foreign keys are still checked.
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
  // PostgreSQL refuses to alter a table with pending checks
  await client.query('set constraints all immediate')
  for (const { name } of watched) await client.query(`alter table ${name} enable trigger user`)
}
