-- Quotas of a caller and of their account, in windows of the database's own clock; keys are looked up without a lock and without waiting for the disk.

-- Null in a counter that was last counted by app.admit.
alter table rate_limits add column account uuid;
create index idx_rate_limits_account on rate_limits (account, window_start);

-- Counts one request against the caller and their account, and says what is left of the quota that ends first: the caller's ('default') or
-- that of all callers of the account together ('account'). Raises RATE_LIMITED when nothing is left, with the same facts as its detail.
create function app.count_request(caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer)
  returns table (policy text, remaining integer, reset_ms integer)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  length interval := make_interval(secs => window_seconds);
  opens timestamptz := to_timestamp(floor(extract(epoch from now()) / window_seconds) * window_seconds);
  counted integer;
  together integer;
begin
  -- who waited for the row may come with a window that has ended: a window never gives way to an earlier one
  insert into rate_limits as limits (bucket, account, window_start, used)
  values (caller, of_account, opens, 1)
  on conflict on constraint rate_limits_pkey do update
  set
    account = excluded.account,
    used = case when limits.window_start between opens and opens + length then limits.used + 1 else 1 end,
    window_start = case when limits.window_start between opens and opens + length then limits.window_start else opens end
  returning limits.used, limits.window_start into counted, opens;
  -- a sum, not a row of its own: callers of one account do not wait for each other
  select sum(limits.used) into together
  from rate_limits as limits
  where limits.account = of_account
    and limits.window_start = opens;
  policy := case when account_quota - together < quota - counted then 'account' else 'default' end;
  remaining := least(quota - counted, account_quota - together);
  reset_ms := greatest(1, ceil(extract(epoch from opens + length - clock_timestamp()) * 1000));
  if remaining < 0 then
    raise exception using
      errcode = 'CQ001',
      constraint = 'RATE_LIMITED',
      message = 'a guard did not hold: RATE_LIMITED',
      detail = json_build_object('policy', policy, 'remaining', 0, 'resetMs', reset_ms);
  end if;
  return next;
end
$$;

-- As app.resolve_api_key, by the clock of the database. The use of a key is noted once a minute, by one of those who use it at the same time.
create function app.identify_key(hash text, entry uuid, request text)
  returns table (id uuid, user_id uuid, scopes text[])
  language sql security definer set search_path = public, pg_temp
as $$
  -- what is noted here may be lost with the server's last moment
  select set_config('synchronous_commit', 'off', true);
  with known as (
    select
      keys.id,
      keys.user_id,
      keys.scopes,
      keys.last_used_at,
      case when keys.revoked_at is not null then 'revoked' when keys.expires_at <= now() then 'expired' end as refused
    from api_keys as keys
    where keys.key_hash = hash
  ), due as (
    select keys.id
    from api_keys as keys
    join known on known.id = keys.id
    where known.refused is null
      and coalesce(keys.last_used_at < greatest(now() - interval '1 minute', date_trunc('day', now(), 'UTC')), true)
    for no key update of keys skip locked
  ), used as (
    update api_keys as keys
    set last_used_at = now()
    from due
    where keys.id = due.id
  ), noticed as (
    select 'key-used' as kind, null as detail, date_trunc('day', now(), 'UTC') as period_start
    from known, due
    where coalesce(known.last_used_at < date_trunc('day', now(), 'UTC'), true)
    union all
    select 'key-refused', known.refused, date_trunc('hour', now(), 'UTC')
    from known
    where known.refused is not null
  ), noted as (
    insert into security_log as entries (id, at, kind, user_id, key_id, request_id, detail, period_start)
    select entry, now(), noticed.kind, known.user_id, known.id, request, noticed.detail, noticed.period_start
    from known, noticed
    on conflict (user_id, kind, key_id, detail, period_start) where period_start is not null do update
    set times = entries.times + 1
    where entries.kind = 'key-refused'
  )
  select known.id, known.user_id, known.scopes
  from known
  where known.refused is null
$$;

revoke execute on function app.count_request, app.identify_key from public;
grant execute on function app.count_request, app.identify_key to calistheniq_app;
