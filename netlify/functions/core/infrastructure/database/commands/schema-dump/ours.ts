/**
 * Selects the schemas that the migrations fill: not the system's, not the one with the migrations'
 * bookkeeping.
 */
export const ourSchema = `namespace.nspname !~ '^pg_' and namespace.nspname not in ('information_schema', 'migrations')`

/** Builds the condition that an object of a catalog belongs to no extension. */
export function notOfExtension(catalog: string, oid: string): string {
  return `not exists (
    select from pg_depend
    where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e'
  )`
}

/**
 * Builds a role's name for the dump. The owner's name differs from server to server, so the dump
 * writes `current_user` for it.
 */
export function roleName(oid: string, owner: string): string {
  return `case when ${oid} = 0 then 'public' when ${oid} = ${owner} then 'current_user' else ${oid}::regrole::text end`
}
