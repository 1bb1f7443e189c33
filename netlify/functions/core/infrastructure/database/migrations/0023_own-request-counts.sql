-- An athlete's export shows how often their account was counted, while that is kept; nobody else's counters can be read.

create function app.own_request_counts() returns table (caller text, window_start timestamptz, used integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select limits.bucket, limits.window_start, limits.used
  from rate_limits as limits
  where limits.account = app.current_user_id()
$$;
revoke execute on function app.own_request_counts from public;
grant execute on function app.own_request_counts to calistheniq_app;
