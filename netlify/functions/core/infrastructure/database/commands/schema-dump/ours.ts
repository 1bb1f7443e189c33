/**
 * What belongs to the schema that the migrations make: not the system's, not the runner's own
 * books, no extension's.
 */
export const ourSchema = `namespace.nspname !~ '^pg_' and namespace.nspname not in ('information_schema', 'migrations')`

/** True for objects of a catalog that no extension brought. */
export function notOfExtension(catalog: string, oid: string): string {
  return `not exists (
    select from pg_depend
    where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e'
  )`
}

/**
 * A role as the dump names it: the owner differs from server to server, so it is whoever runs the
 * dump.
 */
export function roleName(oid: string, owner: string): string {
  return `case when ${oid} = 0 then 'public' when ${oid} = ${owner} then 'current_user' else ${oid}::regrole::text end`
}
