import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { type TableRoles, takeRoleFor } from './table-roles.js'
import { type Tombstone, tombstonesTable } from './tombstones.js'

/**
 * Erases the accounts that were erased after the backup was taken, and keeps their tombstones for
 * the next backup. What belongs to an account is deleted with it, through foreign keys. Returns how
 * many accounts it erased.
 *
 * @throws CommandError (refused) for a scope that this version does not know: erasing too much
 *   cannot be undone, and erasing too little breaks a promise.
 */
export async function eraseAgain(client: Client, given: readonly Tombstone[], roles: TableRoles): Promise<number> {
  await addTombstones(client, given, roles)
  await refuseUnknownScopes(client)
  const { rows } = await client.query<{ id: string }>(`select user_id::text as id from ${tombstonesTable}`)
  await takeRoleFor(client, 'public.users', roles)
  const erased = await client.query('delete from public.users where id = any ($1::uuid[])', [rows.map(({ id }) => id)])
  return erased.rowCount ?? 0
}

async function addTombstones(client: Client, given: readonly Tombstone[], roles: TableRoles): Promise<void> {
  await takeRoleFor(client, tombstonesTable, roles)
  await client.query(
    `insert into ${tombstonesTable} (user_id, erased_at, scope)
     select user_id, erased_at, scope
     from json_to_recordset($1::json) as given (user_id uuid, erased_at timestamptz, scope text)
     on conflict (user_id) do nothing`,
    [JSON.stringify(given)],
  )
}

async function refuseUnknownScopes(client: Client): Promise<void> {
  const { rows } = await client.query<{ scope: string }>(
    `select distinct scope from ${tombstonesTable} where scope <> 'account' order by scope`,
  )
  if (rows.length === 0) return
  const scopes = rows.map(({ scope }) => scope).join(', ')
  throw new CommandError(
    exitCodes.refused,
    `There are tombstones of a scope that is not known here (${scopes}): restore with a newer version of the project.`,
  )
}
