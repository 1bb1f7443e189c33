import { ourSchema, roleName } from './ours.js'
import { readStatements, type Section } from './section.js'

export const policies: Section = {
  title: 'Row-level security',
  read: async (catalog) => [
    ...(await readStatements(
      catalog,
      `select format('alter table %s enable row level security%s;', class.oid::regclass,
          case when class.relforcerowsecurity then ', force row level security' end) as statement
      from pg_class as class
      join pg_namespace as namespace on namespace.oid = class.relnamespace
      where ${ourSchema} and class.relrowsecurity
      order by class.oid::regclass::text collate "C"`,
    )),
    ...(await readStatements(catalog, readPolicies)),
  ],
}

const readPolicies = `
  select concat_ws(' ',
    format('create policy %I on %s', policy.polname, policy.polrelid::regclass),
    case when not policy.polpermissive then 'as restrictive' end,
    case policy.polcmd when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update' when 'd' then 'for delete' end,
    'to ' || (
      select string_agg(name, ', ' order by name collate "C")
      from unnest(policy.polroles) as role, lateral (select ${roleName('role', 'class.relowner')} as name) as named
    ),
    'using (' || pg_get_expr(policy.polqual, policy.polrelid, true) || ')',
    'with check (' || pg_get_expr(policy.polwithcheck, policy.polrelid, true) || ')'
  ) || ';' as statement
  from pg_policy as policy
  join pg_class as class on class.oid = policy.polrelid
  order by policy.polrelid::regclass::text collate "C", policy.polname collate "C"`
