-- Quotas of a caller and of their account, in windows of the database's own clock; keys are looked up without a lock and without waiting for the disk.

-- Null in a counter that was last counted by app.admit.
alter table rate_limits add column account uuid;
create index idx_rate_limits_account on rate_limits (account, window_start);

-- Adds to a counter, and says how much there is in its window, and when the window ends: at its length from now at the latest. Windows
-- begin at multiples of their length since 1970, by the clock of the database.
create function app.count_in_window(
  of_bucket text, of_account uuid, amount integer, length interval, out counted integer, out opened timestamptz, out resets_ms integer
)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  opens timestamptz := to_timestamp(floor(extract(epoch from now()) / extract(epoch from length)) * extract(epoch from length));
begin
  -- who waited for the row may come with a window that has ended: a window never gives way to the one before
  insert into rate_limits as limits (bucket, account, window_start, used)
  values (of_bucket, of_account, opens, amount)
  on conflict on constraint rate_limits_pkey do update
  set
    account = excluded.account,
    used = amount + case when limits.window_start between opens and opens + length then limits.used else 0 end,
    window_start = case when limits.window_start between opens and opens + length then limits.window_start else opens end
  returning limits.used, limits.window_start into counted, opened;
  resets_ms := greatest(1, ceil(extract(epoch from least(opened + length - clock_timestamp(), length)) * 1000));
end
$$;

-- Counts one request against the caller and their account, and says what is left of the quota that ends first: the caller's ('default') or
-- that of all callers of the account together ('account'). Raises RATE_LIMITED when nothing is left, with the same facts as its detail.
create function app.count_request(caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer)
  returns table (policy text, remaining integer, reset_ms integer)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own record;
  together integer;
begin
  own := app.count_in_window(caller, of_account, 1, make_interval(secs => window_seconds));
  -- a sum, not a row of its own: callers of one account do not wait for each other
  select sum(used) into together
  from rate_limits
  where account = of_account
    and window_start = own.opened;
  policy := case when account_quota - together < quota - own.counted then 'account' else 'default' end;
  remaining := least(quota - own.counted, account_quota - together);
  reset_ms := own.resets_ms;
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

-- Counts what an answer that was kept takes of the disk: 32 MiB a day for each account, so that three days at most, those of 48 hours and
-- of a clean-up that is late, are 96 MiB. The row around it counts for 200 bytes.
create function app.count_kept(for_user uuid, bytes integer) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own record;
begin
  own := app.count_in_window('kept:' || for_user, null, bytes + 200, interval '1 day');
  if own.counted > 32 * 1024 * 1024 then
    raise exception using
      errcode = 'CQ001',
      constraint = 'KEPT_ANSWERS_FULL',
      message = 'a guard did not hold: KEPT_ANSWERS_FULL',
      detail = json_build_object('resetMs', own.resets_ms);
  end if;
end
$$;

-- As before, and counts the answer as it lies on the disk: compressed.
create or replace function app.keep_answer(for_user uuid, under_key text, of_request text, kept json, at_instant timestamptz)
  returns boolean
  language plpgsql set lock_timeout = '3s'
as $$
begin
  if kept ->> 'kind' is not distinct from 'refused' then
    return true;
  end if;
  begin
    insert into public.idempotency_keys (user_id, key, fingerprint, answer, created_at)
    values (for_user, under_key, of_request, kept, at_instant);
  exception when lock_not_available then
    return app.ensure(false, 'IDEMPOTENCY_KEY_IN_USE');
  end;
  perform app.count_kept(for_user, pg_column_size(answer))
  from public.idempotency_keys
  where user_id = for_user
    and key = under_key;
  return true;
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

revoke execute on function app.count_in_window, app.count_request, app.count_kept, app.identify_key from public;
grant execute on function app.count_request, app.count_kept, app.identify_key to calistheniq_app;
