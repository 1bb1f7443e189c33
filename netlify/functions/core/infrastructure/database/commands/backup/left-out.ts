import type { Client } from 'pg'
import type { StoredTable } from './stored-tables.js'
import { type TableRoles, takeRoleFor } from './table-roles.js'

/**
 * Tables whose rows no backup holds, and no restore brings back: what was signed in, one-time codes,
 * counts of attempts and requests, and exports, which can be made again. A restore ends every
 * session.
 */
const leftOut: ReadonlySet<string> = new Set([
  'public.auth_sessions',
  'public.auth_verifications',
  'public.auth_rate_limits',
  'public.rate_limits',
  'public.request_counts',
  'public.account_export_parts',
  'public.account_exports',
])

export function isLeftOut({ name }: Pick<StoredTable, 'name'>): boolean {
  return leftOut.has(name)
}

/** Deletes what a backup of an earlier release holds of these tables. */
export async function emptyLeftOut(client: Client, tables: readonly StoredTable[], roles: TableRoles): Promise<void> {
  for (const { name } of tables.filter(isLeftOut)) {
    await takeRoleFor(client, name, roles)
    await client.query(`delete from ${name}`)
  }
}
