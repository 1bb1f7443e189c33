-- The trail of security stays small: what may happen often is one row for each period, and the row counts.

alter table security_log
  add column times integer not null default 1,
  -- the hour or the day that the row stands for; null where each time has a row of its own
  add column period_start timestamptz;
create unique index idx_security_log_period on security_log (user_id, kind, key_id, detail, period_start)
  nulls not distinct where period_start is not null;

-- Notes something about an athlete: themselves, or before anybody is signed in. Within a period (hour or day, or null) it is counted.
create function app.note_security(
  entry uuid, at_instant timestamptz, what text, for_user uuid, with_key uuid, request text, more text, period text
) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  insert into security_log as noted (id, at, kind, user_id, key_id, request_id, detail, period_start)
  select entry, at_instant, what, for_user, with_key, request, more, date_trunc(period, at_instant, 'UTC')
  where coalesce(app.current_user_id(), for_user) = for_user
  on conflict (user_id, kind, key_id, detail, period_start) where period_start is not null do update
  set times = noted.times + 1
$$;

-- Notes that somebody could not sign in, where there is such an account; the same statement where there is none, and no row.
create function app.note_failed_sign_in(entry uuid, at_instant timestamptz, as_email text, request text) returns void
  language sql security definer set search_path = public, pg_temp
as $$
  select app.note_security(entry, at_instant, 'sign-in-failed', id, null, request, null, 'hour')
  from users
  where email = lower(as_email)
$$;

-- As app.use_api_key, and notes the first use of each day, and every hour in which a revoked or expired key is refused.
create function app.resolve_api_key(hash text, at_instant timestamptz, entry uuid, request text)
  returns table (id uuid, user_id uuid, scopes text[])
  language sql security definer set search_path = public, pg_temp
as $$
  with known as (
    select keys.id, keys.user_id, keys.expires_at, keys.revoked_at, keys.last_used_at
    from api_keys as keys
    where keys.key_hash = hash
  ), used as (
    select * from app.use_api_key(hash, at_instant)
  ), noticed as (
    select 'key-used' as kind, null as detail, date_trunc('day', at_instant, 'UTC') as period_start
    from known, used
    where coalesce(known.last_used_at < date_trunc('day', at_instant, 'UTC'), true)
    union all
    select
      'key-refused',
      case when known.revoked_at is null and known.expires_at <= at_instant then 'expired' else 'revoked' end,
      date_trunc('hour', at_instant, 'UTC')
    from known
    where not exists (select from used)
  ), noted as (
    insert into security_log as entries (id, at, kind, user_id, key_id, request_id, detail, period_start)
    select entry, at_instant, noticed.kind, known.user_id, known.id, request, noticed.detail, noticed.period_start
    from known, noticed
    on conflict (user_id, kind, key_id, detail, period_start) where period_start is not null do update
    set times = entries.times + 1
    where entries.kind = 'key-refused'
  )
  select used.id, used.user_id, used.scopes
  from used
$$;

revoke execute on function app.note_security, app.note_failed_sign_in, app.resolve_api_key from public;
grant execute on function app.note_security, app.note_failed_sign_in, app.resolve_api_key to calistheniq_app;
