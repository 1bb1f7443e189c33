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

-- As app.resolve_api_key, by the clock of the database, and without a lock or a write but once a minute: then whoever gets the row notes
-- the use, and nobody waits for them or for the disk.
create function app.identify_key(hash text, entry uuid, request text)
  returns table (id uuid, user_id uuid, scopes text[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  known api_keys;
  refusal text;
  today timestamptz := date_trunc('day', now(), 'UTC');
begin
  select * into known
  from api_keys
  where key_hash = hash;
  if not found then
    return;
  end if;
  refusal := case when known.revoked_at is not null then 'revoked' when known.expires_at <= now() then 'expired' end;
  if refusal is not null then
    perform set_config('synchronous_commit', 'off', true);
    insert into security_log as entries (id, at, kind, user_id, key_id, request_id, detail, period_start)
    values (entry, now(), 'key-refused', known.user_id, known.id, request, refusal, date_trunc('hour', now(), 'UTC'))
    on conflict (user_id, kind, key_id, detail, period_start) where period_start is not null do update
    set times = entries.times + 1;
    return;
  end if;
  if coalesce(known.last_used_at < greatest(now() - interval '1 minute', today), true) then
    perform from api_keys
    where id = known.id
    for no key update skip locked;
    if found then
      perform set_config('synchronous_commit', 'off', true);
      update api_keys
      set last_used_at = now()
      where id = known.id;
      if coalesce(known.last_used_at < today, true) then
        insert into security_log (id, at, kind, user_id, key_id, request_id, period_start)
        values (entry, now(), 'key-used', known.user_id, known.id, request, today)
        on conflict (user_id, kind, key_id, detail, period_start) where period_start is not null do nothing;
      end if;
    end if;
  end if;
  return query select known.id, known.user_id, known.scopes;
end
$$;

revoke execute on function app.count_request, app.identify_key from public;
grant execute on function app.count_request, app.identify_key to calistheniq_app;
