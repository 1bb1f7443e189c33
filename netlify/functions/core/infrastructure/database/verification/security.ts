import { sql } from '../statement.js'
import { checkBy, findings } from './check.js'

/**
 * Finds tables with athletes' rows that row-level security does not guard, or that a policy opens
 * to every athlete, and materialized views that athletes may read: no policy guards those.
 */
export const findUnguardedTables = findings(
  'findUnguardedTables',
  () => sql`
    with personal as (
      select class.oid, class.relname::text as name, class.relrowsecurity, class.relforcerowsecurity
      from pg_class as class
      where class.relnamespace = 'public'::regnamespace
        and class.relkind in ('r', 'p')
        and (
          class.relname = 'users'
          or exists (
            select from pg_attribute where attrelid = class.oid and attname = 'user_id' and not attisdropped
          )
        )
    )
    select name as subject, 'row-level security is not enabled and forced' as problem
    from personal
    where not (relrowsecurity and relforcerowsecurity)
    union all
    select name, 'has no policy'
    from personal
    where not exists (select from pg_policy where polrelid = personal.oid)
    union all
    select name || ', policy ' || policy.polname, 'shows every row to every athlete'
    from personal
    join pg_policy as policy on policy.polrelid = personal.oid
    where policy.polcmd in ('*', 'r')
      and policy.polpermissive
      and pg_get_expr(policy.polqual, policy.polrelid) = 'true'
      and (0 = any (policy.polroles) or (select oid from pg_roles where rolname = 'calistheniq_app') = any (policy.polroles))
    union all
    select class.relname::text, 'shows every row to every athlete'
    from pg_class as class
    where class.relnamespace = 'public'::regnamespace
      and class.relkind = 'm'
      and has_any_column_privilege('calistheniq_app', class.oid, 'select')
    order by subject, problem`,
)

/** Finds what is wrong with the two roles that units of work take on. */
export const findUnsafeRoles = findings(
  'findUnsafeRoles',
  () => sql`
    select wanted.name as subject, fault.problem
    from unnest(array['calistheniq_app', 'calistheniq_operator']) as wanted (name)
    left join pg_roles as role on role.rolname = wanted.name
    cross join lateral (
      values
        (role.oid is null, 'does not exist'),
        (role.rolsuper, 'is a superuser'),
        (role.rolbypassrls, 'bypasses row-level security'),
        (role.rolcanlogin, 'can log in'),
        (role.rolcreaterole or role.rolcreatedb, 'may create roles or databases')
    ) as fault (holds, problem)
    where fault.holds
    union all
    select 'calistheniq_app', 'owns ' || class.oid::regclass::text
    from pg_class as class
    join pg_roles as role on role.oid = class.relowner
    where role.rolname = 'calistheniq_app'
    order by subject, problem`,
)

export const securityChecks = [
  checkBy('row-level security on personal tables', findUnguardedTables),
  checkBy('roles', findUnsafeRoles),
] as const
