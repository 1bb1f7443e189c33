import { notOfExtension, ourSchema, roleName } from './ours.js'
import { readStatements, type Section } from './section.js'

/**
 * What roles other than the owner may do. PostgreSQL 17 gave owners one more privilege, which is of
 * no interest here.
 */
export const grants: Section = {
  title: 'Grants',
  read: async (catalog) => {
    const statements: string[] = []
    for (const query of [onSchemas, revokedFunctions, onFunctions, onRelations, onColumns])
      statements.push(...(await readStatements(catalog, query)))
    return statements
  },
}

const others = (owner: string) => `acl.grantee <> ${owner}`
const listed = `string_agg(lower(acl.privilege_type), ', ' order by acl.privilege_type collate "C")`
const option = `case when acl.is_grantable then ' with grant option' end`

const onSchemas = `
  select format('grant %s on schema %I to %s%s;', ${listed}, namespace.nspname,
    ${roleName('acl.grantee', 'namespace.nspowner')}, ${option}) as statement
  from pg_namespace as namespace, aclexplode(namespace.nspacl) as acl
  where ${ourSchema} and ${others('namespace.nspowner')}
    and not (namespace.nspname = 'public' and acl.grantee = 0)
  group by namespace.nspname, namespace.nspowner, acl.grantee, acl.is_grantable
  order by namespace.nspname collate "C", ${roleName('acl.grantee', 'namespace.nspowner')} collate "C", acl.is_grantable`

const ourFunctions = `
  from pg_proc as function
  join pg_namespace as namespace on namespace.oid = function.pronamespace
  cross join lateral (select format('%s(%s)', function.oid::regproc, pg_get_function_identity_arguments(function.oid)) as name) as written`

/** Lists the functions that not every role may call: by default every role may. */
const revokedFunctions = `
  select format('revoke execute on function %s from public;', written.name) as statement
  ${ourFunctions}
  where ${ourSchema} and ${notOfExtension('pg_proc', 'function.oid')}
    and function.proacl is not null
    and not exists (select from aclexplode(function.proacl) as acl where acl.grantee = 0)
  order by written.name collate "C"`

const onFunctions = `
  select format('grant %s on function %s to %s%s;', ${listed}, written.name,
    ${roleName('acl.grantee', 'function.proowner')}, ${option}) as statement
  ${ourFunctions}, aclexplode(function.proacl) as acl
  where ${ourSchema} and ${notOfExtension('pg_proc', 'function.oid')}
    and ${others('function.proowner')} and acl.grantee <> 0
  group by written.name, function.proowner, acl.grantee, acl.is_grantable
  order by written.name collate "C", ${roleName('acl.grantee', 'function.proowner')} collate "C", acl.is_grantable`

const onRelations = `
  select format('grant %s on %s to %s%s;', ${listed}, class.oid::regclass,
    ${roleName('acl.grantee', 'class.relowner')}, ${option}) as statement
  from pg_class as class
  join pg_namespace as namespace on namespace.oid = class.relnamespace, aclexplode(class.relacl) as acl
  where ${ourSchema} and ${notOfExtension('pg_class', 'class.oid')} and ${others('class.relowner')}
  group by class.oid, class.relowner, acl.grantee, acl.is_grantable
  order by class.oid::regclass::text collate "C", ${roleName('acl.grantee', 'class.relowner')} collate "C", acl.is_grantable`

const onColumns = `
  select format('grant %s (%s) on %s to %s%s;', lower(acl.privilege_type),
    string_agg(quote_ident(attribute.attname), ', ' order by attribute.attnum), class.oid::regclass,
    ${roleName('acl.grantee', 'class.relowner')}, ${option}) as statement
  from pg_attribute as attribute
  join pg_class as class on class.oid = attribute.attrelid
  join pg_namespace as namespace on namespace.oid = class.relnamespace, aclexplode(attribute.attacl) as acl
  where ${ourSchema} and not attribute.attisdropped
  group by class.oid, class.relowner, acl.grantee, acl.privilege_type, acl.is_grantable
  order by class.oid::regclass::text collate "C", ${roleName('acl.grantee', 'class.relowner')} collate "C",
    acl.privilege_type collate "C", acl.is_grantable`
