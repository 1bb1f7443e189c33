import { readStatements, type Section } from './section.js'

/**
 * The roles that policies and grants of this database name. They belong to the server, which may
 * have them already.
 */
export const roles: Section = {
  title: 'Roles',
  read: (catalog) =>
    readStatements(
      catalog,
      `select format(
          E'do $$\\nbegin\\n  create role %I nologin;\\nexception when duplicate_object or unique_violation then null;\\nend\\n$$;',
          role.rolname
        ) as statement
      from pg_roles as role
      where exists (
        select from pg_shdepend as use
        where use.refobjid = role.oid
          and use.deptype in ('a', 'r')
          and use.dbid = (select oid from pg_database where datname = current_database())
      ) and role.rolname not like 'pg\\_%' and role.rolname <> current_user
      order by role.rolname collate "C"`,
    ),
}
