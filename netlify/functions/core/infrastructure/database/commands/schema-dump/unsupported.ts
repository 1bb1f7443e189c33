import { notOfExtension, ourSchema } from './ours.js'
import type { ReadCatalog } from './section.js'

const query = `
  select 'the type ' || type.oid::regtype as what
  from pg_type as type
  join pg_namespace as namespace on namespace.oid = type.typnamespace
  left join pg_class as class on class.oid = type.typrelid
  where ${ourSchema} and ${notOfExtension('pg_type', 'type.oid')}
    and (type.typtype in ('e', 'd', 'r') or class.relkind = 'c')
  union all
  select 'the relation ' || class.oid::regclass
  from pg_class as class
  join pg_namespace as namespace on namespace.oid = class.relnamespace
  where ${ourSchema} and ${notOfExtension('pg_class', 'class.oid')}
    and (class.relkind in ('p', 'f') or class.relispartition or class.relkind = 'S' and not exists (
      select from pg_depend where classid = 'pg_class'::regclass and objid = class.oid and deptype in ('a', 'i')))
  union all
  select 'the aggregate or window function ' || function.oid::regprocedure
  from pg_proc as function
  join pg_namespace as namespace on namespace.oid = function.pronamespace
  where ${ourSchema} and ${notOfExtension('pg_proc', 'function.oid')} and function.prokind in ('a', 'w')
  union all
  select 'the rule ' || rulename from pg_rewrite where rulename <> '_RETURN' and ev_class >= 16384
  union all
  select 'the statistics ' || stxname from pg_statistic_ext
  union all
  select 'the event trigger ' || evtname from pg_event_trigger
  union all
  select 'inheritance of ' || inhrelid::regclass from pg_inherits where inhrelid >= 16384
  order by 1`

/**
 * Refuses a schema that the dump cannot write completely: silently leaving something out would be
 * worse than no dump.
 *
 * @throws Error naming what the dump cannot write.
 */
export async function refuseUnsupported(catalog: ReadCatalog): Promise<void> {
  const found = await catalog<{ what: string }>(query)
  if (found.length > 0)
    throw new Error(`schema-dump/ cannot write ${found.map(({ what }) => what).join(', ')} yet: teach it to`)
}
