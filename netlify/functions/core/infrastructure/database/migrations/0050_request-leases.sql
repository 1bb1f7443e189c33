-- Requests are counted in a table that leaves no trace on the disk, and lent several at a time to processes that go on serving a caller.

-- What was lent in the window that a caller is in. Unlogged: a crash of the server forgets the counts of the windows in force.
create unlogged table request_counts (
  caller varchar(120) constraint request_counts_pkey primary key,
  account uuid not null,
  window_start timestamptz not null,
  used integer not null
) with (fillfactor = 50);
-- without the window, which changes with almost every first request: an update of a row leaves the indexes as they are
create index idx_request_counts_account on request_counts (account);
grant select, delete on request_counts to calistheniq_operator;

-- Lends requests to a caller, at least one and at most as many as are wanted, and says what is left of the quota that ends first: the
-- caller's ('default') or that of all callers of the account together ('account'). Raises RATE_LIMITED when nothing is left, with the same
-- facts as its detail. Windows begin at multiples of their length since 1970, by the clock of the database.
create function app.borrow_requests(
  of_caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer, wanted integer
)
  returns table (policy text, granted integer, remaining integer, reset_ms integer)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  length interval := make_interval(secs => window_seconds);
  opens timestamptz := to_timestamp(floor(extract(epoch from now()) / window_seconds) * window_seconds);
  own record;
  together integer;
  is_alone boolean;
  more integer;
begin
  -- who waited for the row may come with a window that has ended: a window never gives way to the one before
  insert into request_counts as counts (caller, account, window_start, used)
  values (of_caller, of_account, opens, 1)
  on conflict on constraint request_counts_pkey do update
  set
    used = 1 + case when counts.window_start between opens and opens + length then counts.used else 0 end,
    window_start = case when counts.window_start between opens and opens + length then counts.window_start else opens end
  returning counts.used, counts.window_start into own;
  -- one caller of an account at a time borrows more than one, so that one lease at most is in nobody else's sum; nobody waits
  is_alone := wanted > 1 and pg_try_advisory_xact_lock(hashtextextended('request_counts ' || of_account::text, 0));
  -- a sum, not a row of its own: callers of one account do not wait for each other
  select sum(counts.used) into together
  from request_counts as counts
  where counts.account = of_account
    and counts.window_start = own.window_start;
  if own.used > quota or together > account_quota then
    more := 0;
  else
    -- an eighth of what is left: near its end a quota is lent one by one, so that little is left unused elsewhere
    more := case when is_alone then least(wanted - 1, (quota - own.used) / 8, (account_quota - together) / 16) else 0 end;
  end if;
  if more > 0 then
    update request_counts as counts
    set used = counts.used + more
    where counts.caller = of_caller;
  end if;
  granted := 1 + more;
  policy := case when account_quota - together < quota - own.used then 'account' else 'default' end;
  remaining := least(quota - own.used, account_quota - together) - more;
  reset_ms := greatest(1, ceil(extract(epoch from least(own.window_start + length - clock_timestamp(), length)) * 1000));
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

-- For the release before this one, which counts one request at a time: while both serve, they count one quota.
create or replace function app.count_request(
  caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer
)
  returns table (policy text, remaining integer, reset_ms integer)
  language sql security definer set search_path = public, pg_temp
as $$
  select lent.policy, lent.remaining, lent.reset_ms
  from app.borrow_requests(caller, quota, of_account, account_quota, window_seconds, 1) as lent
$$;

-- As before, from where requests are counted now.
create or replace function app.own_request_counts() returns table (caller text, window_start timestamptz, used integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select counts.caller, counts.window_start, counts.used
  from request_counts as counts
  where counts.account = app.current_user_id()
$$;

-- Adds to a counter, and says how much there is in its window, and when the window ends: at its length from now at the latest. Windows
-- begin at multiples of their length since 1970, by the clock of the database.
create function app.count_in_window(of_bucket text, amount integer, length interval, out counted integer, out resets_ms integer)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  opens timestamptz := to_timestamp(floor(extract(epoch from now()) / extract(epoch from length)) * extract(epoch from length));
  opened timestamptz;
begin
  -- who waited for the row may come with a window that has ended: a window never gives way to the one before
  insert into rate_limits as limits (bucket, window_start, used)
  values (of_bucket, opens, amount)
  on conflict on constraint rate_limits_pkey do update
  set
    used = amount + case when limits.window_start between opens and opens + length then limits.used else 0 end,
    window_start = case when limits.window_start between opens and opens + length then limits.window_start else opens end
  returning limits.used, limits.window_start into counted, opened;
  resets_ms := greatest(1, ceil(extract(epoch from least(opened + length - clock_timestamp(), length)) * 1000));
end
$$;

-- As before, with the counter that knows no account.
create or replace function app.count_kept(for_user uuid, bytes integer) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  own record;
begin
  own := app.count_in_window('kept:' || for_user, bytes + 200, interval '1 day');
  if own.counted > 32 * 1024 * 1024 then
    raise exception using
      errcode = 'CQ001',
      constraint = 'KEPT_ANSWERS_FULL',
      message = 'a guard did not hold: KEPT_ANSWERS_FULL',
      detail = json_build_object('resetMs', own.resets_ms);
  end if;
end
$$;

revoke execute on function app.borrow_requests, app.count_in_window(text, integer, interval) from public;
grant execute on function app.borrow_requests to calistheniq_app;
