import type { Client } from 'pg'
import { type Ending, endings, type TextRow } from './endings.js'
import { type TableRoles, takeRoleFor } from './table-roles.js'

/** What has ended, by the way in which it did. */
export type Ended = ReadonlyMap<Ending, readonly TextRow[]>

/** Ends what had ended after the backup was taken. Returns how many rows it changed or deleted. */
export async function endAgain(client: Client, ended: Ended, roles: TableRoles): Promise<number> {
  let count = 0
  for (const ending of endings) {
    const rows = ended.get(ending) ?? []
    if (rows.length === 0 || !roles.has(ending.table)) continue
    await takeRoleFor(client, ending.table, roles)
    const { rowCount } = await client.query(ending.endAgain, [JSON.stringify(rows)])
    count += rowCount ?? 0
  }
  return count
}
