import type { Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'

export type TableAction = 'select' | 'insert'

/** The role that sees all rows of a table, by table. */
export type TableRoles = ReadonlyMap<string, string>

/**
 * Finds for each table a role that may read, or insert, all of its rows: the connected role when no
 * policy limits it, else the operator. A policy would silently hide rows, and a backup without them
 * would look whole.
 *
 * @throws CommandError (refused) naming the tables that neither role sees whole.
 */
export async function wholeTableRoles(client: Client, action: TableAction): Promise<TableRoles> {
  const { rows } = await client.query<{ name: string; role: string | null }>(findRoles, [
    action,
    action === 'select' ? 'r' : 'a',
  ])
  const hidden = rows.filter(({ role }) => role === null).map(({ name }) => name)
  if (hidden.length > 0)
    throw new CommandError(
      exitCodes.refused,
      `Row-level security lets this user ${action} only some rows of ${hidden.join(', ')}: connect as the owner of the tables.`,
    )
  return new Map(rows.flatMap(({ name, role }) => (role === null ? [] : [[name, role] as const])))
}

/** Takes on the role for a table, until the transaction ends or it takes on another role. */
export async function takeRoleFor(client: Client, table: string, roles: TableRoles): Promise<void> {
  const role = roles.get(table)
  if (role === undefined) throw new Error(`no role is known for ${table}`)
  await client.query(`select set_config('role', $1::text, true)`, [role])
}

const findRoles = `
  select
    format('%I.%I', namespace.nspname, class.relname) as name,
    (
      select candidate.rolname
      from pg_roles as candidate
      where candidate.rolname in (session_user, 'calistheniq_operator')
        and pg_has_role(session_user, candidate.oid, 'member')
        and has_table_privilege(candidate.oid, class.oid, $1::text)
        and (
          candidate.rolsuper
          or candidate.rolbypassrls
          or not class.relrowsecurity
          or (pg_has_role(candidate.oid, class.relowner, 'usage') and not class.relforcerowsecurity)
          or (
            exists (
              select from pg_policy as policy
              where policy.polrelid = class.oid
                and policy.polpermissive
                and policy.polcmd in ('*', $2::"char")
                and pg_get_expr(
                  case $1::text when 'insert' then coalesce(policy.polwithcheck, policy.polqual) else policy.polqual end,
                  class.oid) = 'true'
                and exists (
                  select from unnest(policy.polroles) as role (oid)
                  where role.oid = 0 or pg_has_role(candidate.oid, role.oid, 'usage')
                )
            )
            and not exists (select from pg_policy where polrelid = class.oid and not polpermissive)
          )
        )
      order by candidate.rolname = session_user desc
      limit 1
    ) as role
  from pg_class as class
  join pg_namespace as namespace on namespace.oid = class.relnamespace
  where namespace.nspname in ('public', 'app') and class.relkind in ('r', 'p')
  order by 1`
