-- The whole schema as it stands after the last migration, for reading; it can also be run on an empty database.
-- Generated from the migrations by npm run db:dump; never edited, and npm run verify fails when it drifts.

-- Roles

do $$
begin
  create role calistheniq_app nologin;
exception when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  create role calistheniq_operator nologin;
exception when duplicate_object or unique_violation then null;
end
$$;

-- Schemas and extensions

create schema app;
create extension pg_trgm with schema public;

-- Functions

set check_function_bodies = false;

create or replace function app.admit(caller text, quota integer, window_seconds integer, at_instant timestamp with time zone)
 returns integer
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
declare
  opens timestamptz := to_timestamp(floor(extract(epoch from at_instant) / window_seconds) * window_seconds);
  counted integer;
begin
  insert into rate_limits as limits (bucket, window_start, used)
  values (caller, opens, 1)
  on conflict on constraint rate_limits_pkey do update
  set
    used = case when limits.window_start = excluded.window_start then limits.used + 1 else 1 end,
    window_start = excluded.window_start
  returning used into counted;
  perform app.ensure(counted <= quota, 'RATE_LIMITED');
  return quota - counted;
end
$function$;

create or replace function app.borrow_requests(of_caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer, wanted integer)
 returns table(policy text, granted integer, remaining integer, reset_ms integer)
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
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
$function$;

create or replace function app.bury()
 returns trigger
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
begin
  insert into erasure_tombstones (user_id, erased_at, scope)
  values (old.id, now(), 'account')
  on conflict on constraint erasure_tombstones_pkey do nothing;
  return old;
end
$function$;

create or replace function app.count_in_window(of_bucket text, amount integer, length interval, out counted integer, out resets_ms integer)
 returns record
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
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
$function$;

create or replace function app.count_kept(for_user uuid, bytes integer)
 returns void
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
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
$function$;

create or replace function app.count_request(caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer)
 returns table(policy text, remaining integer, reset_ms integer)
 language sql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
  select lent.policy, lent.remaining, lent.reset_ms
  from app.borrow_requests(caller, quota, of_account, account_quota, window_seconds, 1) as lent
$function$;

create or replace function app.current_user_id()
 returns uuid
 language sql
 stable parallel safe
return (nullif(current_setting('app.user_id'::text, true), ''::text))::uuid;

create or replace function app.ensure(condition boolean, code text)
 returns boolean
 language plpgsql
 immutable
as $function$
begin
  if condition is not true then
    raise exception using errcode = 'CQ001', constraint = code, message = 'a guard did not hold: ' || code;
  end if;
  return true;
end
$function$;

create or replace function app.erase_account()
 returns boolean
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
begin
  delete from users where id = app.current_user_id();
  return found or exists (select from erasure_tombstones where user_id = app.current_user_id());
end
$function$;

create or replace function app.erase_health_data(fields text[], types text[], reasons text[])
 returns void
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
begin
  -- by itself, because only a superuser may declare a setting of ours with the function
  perform set_config('app.erases_health_data', 'on', true);
  delete from shown_recommendations where user_id = app.current_user_id() and tells_of_health;
  -- deliveries go with their events
  delete from events
  where user_id = app.current_user_id() and (type = any (types) or payload ->> 'reason' = any (reasons));
  update events
  set payload = jsonb_set(payload, '{triggers}', (payload -> 'triggers') - reasons)
  where user_id = app.current_user_id() and payload -> 'triggers' ?| reasons;
  update events
  set payload = app.without_fields(payload, fields)
  where user_id = app.current_user_id() and payload <> app.without_fields(payload, fields);
  update webhook_deliveries
  set payload = app.without_fields(payload, fields)
  where user_id = app.current_user_id() and payload <> app.without_fields(payload, fields);
  perform set_config('app.erases_health_data', 'off', true);
end
$function$;

create or replace function app.hash_session_token()
 returns trigger
 language plpgsql
as $function$
begin
  if new.token !~ '^[0-9a-f]{64}$' then
    new.token = encode(sha256(convert_to(new.token, 'UTF8')), 'hex');
  end if;
  return new;
end
$function$;

create or replace function app.identify_key(hash text, entry uuid, request text)
 returns table(id uuid, user_id uuid, scopes text[])
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
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
$function$;

create or replace function app.is_set_list(sets jsonb)
 returns boolean
 language plpgsql
 immutable parallel safe strict
as $function$
begin
  return case
    when jsonb_typeof(sets) <> 'array' then false
    when jsonb_array_length(sets) not between 1 and 20 then false
    -- each item has a key at least, as what follows shows, so as many keys as items are one each
    when jsonb_array_length(jsonb_path_query_array(sets, 'strict $[*].keyvalue()', '{}', true))
      <> jsonb_array_length(sets) then false
    when sets -> 0 ? 'reps' then jsonb_array_length(sets) = jsonb_array_length(jsonb_path_query_array(
      sets, 'strict $[*] ? (@.reps >= 1 && @.reps <= 1000 && @.reps.floor() == @.reps)'))
    else jsonb_array_length(sets) = jsonb_array_length(jsonb_path_query_array(
      sets, 'strict $[*] ? (@.duration >= 1 && @.duration <= 3600 && @.duration.floor() == @.duration)'))
  end;
end
$function$;

create or replace function app.is_time_zone(name text)
 returns boolean
 language sql
 stable
return (exists (select from pg_timezone_names zone where (zone.name = is_time_zone.name)));

create or replace function app.joined_words(words text[])
 returns text
 language sql
 immutable parallel safe
return array_to_string(words, ' '::text);

create or replace function app.keep_answer(for_user uuid, under_key text, of_request text, kept json, at_instant timestamp with time zone)
 returns boolean
 language plpgsql
 set lock_timeout to '3s'
as $function$
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
$function$;

create or replace function app.keep_events()
 returns trigger
 language plpgsql
as $function$
begin
  if tg_op = 'DELETE' and not exists (select from public.users where id = old.user_id) then
    return old;
  end if;
  -- set by app.erase_health_data() for as long as it runs; the application's role may change no event anyway
  if current_setting('app.erases_health_data', true) = 'on' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception using errcode = 'CQ002', constraint = 'EVENTS_ARE_APPEND_ONLY', message = 'events are append-only';
end
$function$;

create or replace function app.library_digest()
 returns uuid
 language sql
 stable
 set search_path to 'public', 'pg_temp'
as $function$
  select md5(concat(
    (
      select string_agg(
        concat(
          level.level_order, category.name,
          to_jsonb(exercise) - array[
            'description', 'cues', 'aliases', 'search_text', 'primary_muscles', 'fit_exercise_category',
            'health_connect_segment', 'body_mass_fraction_source', 'default_notes', 'created_at', 'updated_at'
          ]),
        e'\n' order by exercise.id)
      from exercises as exercise
      join workout_levels as level on level.id = exercise.level_id
      join exercise_categories as category on category.id = exercise.category_id
    ),
    (
      select string_agg(
        to_jsonb(edge)::text,
        e'\n' order by edge.from_exercise_id, edge.kind collate "C", edge.to_exercise_id, edge.any_of_group)
      from exercise_edges as edge
    )
  ))::uuid
$function$;

create or replace function app.note_failed_sign_in(entry uuid, at_instant timestamp with time zone, as_email text, request text)
 returns void
 language sql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
  select app.note_security(entry, at_instant, 'sign-in-failed', id, null, request, null, 'hour')
  from users
  where email = lower(as_email)
$function$;

create or replace function app.note_security(entry uuid, at_instant timestamp with time zone, what text, for_user uuid, with_key uuid, request text, more text, period text)
 returns void
 language sql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
  insert into security_log as noted (id, at, kind, user_id, key_id, request_id, detail, period_start)
  select entry, at_instant, what, for_user, with_key, request, more, date_trunc(period, at_instant, 'UTC')
  where coalesce(app.current_user_id(), for_user) = for_user
  on conflict (user_id, kind, key_id, detail, period_start) where period_start is not null do update
  set times = noted.times + 1
$function$;

create or replace function app.own_request_counts()
 returns table(caller text, window_start timestamp with time zone, used integer)
 language sql
 stable security definer
 set search_path to 'public', 'pg_temp'
as $function$
  select counts.caller, counts.window_start, counts.used
  from request_counts as counts
  where counts.account = app.current_user_id()
$function$;

create or replace function app.refresh_weekly_summaries(as_of timestamp with time zone)
 returns void
 language plpgsql
as $function$
begin
  refresh materialized view concurrently public.weekly_workout_summary;
  execute format('comment on materialized view public.weekly_workout_summary is %L', as_of);
end
$function$;

create or replace function app.resolve_api_key(hash text, at_instant timestamp with time zone, entry uuid, request text)
 returns table(id uuid, user_id uuid, scopes text[])
 language sql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
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
$function$;

create or replace function app.settle_library_version()
 returns trigger
 language plpgsql
 set search_path to 'public', 'pg_temp'
as $function$
begin
  -- by itself, and the same lock as a seeding takes: the digest below is then of all that others have committed
  perform pg_advisory_xact_lock(hashtextextended('calistheniq.library', 0));
  insert into library_version as stored (is_current, version)
  values (true, app.library_digest())
  on conflict on constraint library_version_pkey do update
  set version = excluded.version
  where stored.version <> excluded.version;
  return null;
end
$function$;

create or replace function app.touch_updated_at()
 returns trigger
 language plpgsql
as $function$
begin
  if new.updated_at is not distinct from old.updated_at then
    new.updated_at = now();
  end if;
  return new;
end
$function$;

create or replace function app.use_api_key(hash text, at_instant timestamp with time zone)
 returns table(id uuid, user_id uuid, scopes text[])
 language sql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
  update api_keys as used
  set last_used_at = at_instant
  where used.key_hash = hash
    and used.revoked_at is null
    and (used.expires_at is null or used.expires_at > at_instant)
  returning used.id, used.user_id, used.scopes
$function$;

create or replace function app.without_fields(value jsonb, fields text[])
 returns jsonb
 language plpgsql
 immutable
as $function$
begin
  return case jsonb_typeof(value)
    when 'object' then (
      select coalesce(
        jsonb_object_agg(
          member.key,
          case when member.key = any (fields) then 'null'::jsonb else app.without_fields(member.value, fields) end),
        '{}'::jsonb)
      from jsonb_each(value) as member)
    when 'array' then (
      select coalesce(jsonb_agg(app.without_fields(item.value, fields) order by item.place), '[]'::jsonb)
      from jsonb_array_elements(value) with ordinality as item (value, place))
    else value
  end;
end
$function$;

-- Tables

create table app.settings (
  key text not null,
  value jsonb not null,
  updated_at timestamptz default now() not null,
  constraint settings_pkey primary key (key)
);

create table auth_jwks (
  id uuid default gen_random_uuid() not null,
  public_key text not null,
  private_key text not null,
  alg text,
  crv text,
  created_at timestamptz default now() not null,
  expires_at timestamptz,
  secret_mark text,
  constraint auth_jwks_pkey primary key (id)
);

create table auth_rate_limits (
  id uuid default gen_random_uuid() not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint auth_rate_limits_pkey primary key (id),
  constraint auth_rate_limits_key_key unique (key)
);
create index idx_auth_rate_limits_last_request on auth_rate_limits using btree (last_request);

create table auth_verifications (
  id uuid default gen_random_uuid() not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  constraint auth_verifications_pkey primary key (id)
);
create index idx_auth_verifications_expires_at on auth_verifications using btree (expires_at);
create index idx_auth_verifications_identifier on auth_verifications using btree (identifier);

create table erasure_tombstones (
  user_id uuid not null,
  erased_at timestamptz not null,
  scope varchar(20) not null,
  constraint erasure_tombstones_pkey primary key (user_id)
);

create table exercise_categories (
  id integer generated by default as identity not null,
  name varchar(20) not null,
  description text not null,
  constraint exercise_categories_pkey primary key (id),
  constraint exercise_categories_name_key unique (name)
);

create table library_version (
  is_current boolean not null,
  version uuid not null,
  constraint library_version_pkey primary key (is_current),
  constraint library_version_is_current_check check (is_current)
);

create table rate_limits (
  bucket varchar(120) not null,
  window_start timestamptz not null,
  used integer not null,
  constraint rate_limits_pkey primary key (bucket)
);

create unlogged table request_counts (
  caller varchar(120) not null,
  account uuid not null,
  window_start timestamptz not null,
  used integer not null,
  constraint request_counts_pkey primary key (caller)
) with (fillfactor=50);
create index idx_request_counts_account on request_counts using btree (account);

create table security_log (
  id uuid not null,
  at timestamptz not null,
  kind varchar(40) not null,
  user_id uuid,
  key_id uuid,
  request_id varchar(128) not null,
  detail varchar(200),
  times integer default 1 not null,
  period_start timestamptz,
  constraint security_log_pkey primary key (id)
);
create index idx_security_log_at on security_log using btree (at);
create unique index idx_security_log_period on security_log using btree (user_id, kind, key_id, detail, period_start) nulls not distinct where period_start is not null;
create index idx_security_log_user on security_log using btree (user_id, at);

create table users (
  id uuid default gen_random_uuid() not null,
  email varchar(255) not null,
  name varchar(100),
  email_verified boolean default false not null,
  image text,
  time_zone varchar(64) default 'UTC'::character varying not null,
  body_mass_kg numeric(5,2),
  equipment text[] default '{}'::text[] not null,
  units varchar(10) default 'metric'::character varying not null,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  days_per_week integer,
  minutes_per_session integer,
  load_kg numeric(5,2),
  skills text[] default '{}'::text[] not null,
  disliked_exercise_ids uuid[] default '{}'::uuid[] not null,
  places jsonb default '[]'::jsonb not null,
  deload_declined_until date,
  two_factor_enabled boolean default false not null,
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_body_mass_kg_check check (body_mass_kg >= 20::numeric and body_mass_kg <= 400::numeric),
  constraint users_days_per_week_check check (days_per_week >= 1 and days_per_week <= 7),
  constraint users_load_kg_check check (load_kg >= 0::numeric and load_kg <= 200::numeric),
  constraint users_minutes_per_session_check check (minutes_per_session >= 5 and minutes_per_session <= 180),
  constraint users_places_check check (jsonb_typeof(places) = 'array'::text),
  constraint users_units_check check (units in ('metric', 'imperial'))
);

create table account_exports (
  id uuid not null,
  user_id uuid not null,
  key_id uuid,
  scopes text[] not null,
  reads_until timestamptz not null,
  parts integer default 0 not null,
  rows bigint default 0 not null,
  entity varchar(40),
  place text[],
  attempts integer default 0 not null,
  claimed_until timestamptz,
  served_at timestamptz,
  ready_at timestamptz,
  failed_at timestamptz,
  failure varchar(20),
  version integer default 1 not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  constraint account_exports_pkey primary key (id),
  constraint account_exports_id_user_key unique (id, user_id),
  constraint account_exports_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint account_exports_failure_check check ((failed_at is null) = (failure is null)),
  constraint account_exports_failures_check check (failure in ('key_ended', 'gave_up')),
  constraint account_exports_state_check check (num_nonnulls(ready_at, failed_at) <= 1)
);
create index idx_account_exports_due on account_exports using btree (coalesce(served_at, created_at), id) where ready_at is null and failed_at is null;
create index idx_account_exports_expires_at on account_exports using btree (expires_at);
create index idx_account_exports_user on account_exports using btree (user_id, created_at desc, id desc);

create table account_export_parts (
  export_id uuid not null,
  number integer not null,
  user_id uuid not null,
  rows integer not null,
  content bytea not null,
  bytes integer generated always as (octet_length(content)) stored not null,
  sha256 varchar(64) generated always as (encode(sha256(content), 'hex'::text)) stored not null,
  constraint account_export_parts_pkey primary key (export_id, number),
  constraint account_export_parts_export_fkey foreign key (export_id, user_id) references account_exports(id, user_id) on delete cascade,
  constraint account_export_parts_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint account_export_parts_content_check check (octet_length(content) >= 1 and octet_length(content) <= 4194304),
  constraint account_export_parts_number_check check (number >= 1)
);
create index idx_account_export_parts_user on account_export_parts using btree (user_id);

create table api_keys (
  id uuid not null,
  user_id uuid not null,
  name varchar(100) not null,
  key_hash varchar(64) not null,
  prefix varchar(12) not null,
  scopes text[] not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  version integer default 1 not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint api_keys_pkey primary key (id),
  constraint api_keys_id_user_key unique (id, user_id),
  constraint api_keys_key_hash_key unique (key_hash),
  constraint api_keys_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_api_keys_user on api_keys using btree (user_id, created_at desc, id desc);

create table auth_accounts (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sign_up_key text,
  sign_up_body text,
  constraint auth_accounts_pkey primary key (id),
  constraint auth_accounts_provider_account_key unique (provider_id, account_id),
  constraint auth_accounts_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_auth_accounts_sign_up on auth_accounts using btree (created_at) where sign_up_key is not null;
create index idx_auth_accounts_user_id on auth_accounts using btree (user_id);

create table auth_passkeys (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now() not null,
  constraint auth_passkeys_pkey primary key (id),
  constraint auth_passkeys_credential_id_key unique (credential_id),
  constraint auth_passkeys_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_auth_passkeys_user_id on auth_passkeys using btree (user_id);

create table auth_sessions (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  constraint auth_sessions_pkey primary key (id),
  constraint auth_sessions_token_key unique (token),
  constraint auth_sessions_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_auth_sessions_expires_at on auth_sessions using btree (expires_at);
create index idx_auth_sessions_user_id on auth_sessions using btree (user_id);

create table auth_two_factors (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default false not null,
  failed_verification_count integer default 0 not null,
  locked_until timestamptz,
  last_used_step integer default 0 not null,
  created_at timestamptz default now() not null,
  constraint auth_two_factors_pkey primary key (id),
  constraint auth_two_factors_user_id_key unique (user_id),
  constraint auth_two_factors_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);

create table body_mass_entries (
  user_id uuid not null,
  measured_on date not null,
  body_mass_kg numeric(5,2) not null,
  recorded_at timestamptz not null,
  constraint body_mass_entries_pkey primary key (user_id, measured_on),
  constraint body_mass_entries_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint body_mass_entries_body_mass_kg_check check (body_mass_kg >= 20::numeric and body_mass_kg <= 400::numeric)
);

create table check_ins (
  id uuid not null,
  user_id uuid not null,
  checked_on date not null,
  sleep integer,
  fatigue integer,
  stress integer,
  soreness integer,
  resting_heart_rate_bpm integer,
  hrv_rmssd_ms numeric(5,1),
  pain integer,
  pain_site varchar(20),
  notes text,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  constraint check_ins_pkey primary key (id),
  constraint check_ins_user_date_key unique (user_id, checked_on),
  constraint check_ins_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint check_ins_heart_check check (resting_heart_rate_bpm >= 20 and resting_heart_rate_bpm <= 250 and hrv_rmssd_ms >= 1::numeric and hrv_rmssd_ms <= 500::numeric),
  constraint check_ins_items_check check (sleep >= 1 and sleep <= 5 and fatigue >= 1 and fatigue <= 5 and stress >= 1 and stress <= 5 and soreness >= 1 and soreness <= 5),
  constraint check_ins_pain_check check (pain >= 0 and pain <= 10)
);

create table consents (
  user_id uuid not null,
  purpose varchar(20) not null,
  given boolean not null,
  changed_at timestamptz not null,
  version integer default 1 not null,
  constraint consents_pkey primary key (user_id, purpose),
  constraint consents_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint consents_purpose_check check (purpose in ('health-data', 'research'))
);

create table daily_workout_summary (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  workout_date date not null,
  planned_sessions integer not null,
  completed_sessions integer not null,
  total_exercises integer not null,
  completed_exercises integer not null,
  planned_sets integer not null,
  completed_sets integer not null,
  total_reps integer not null,
  total_hold_seconds integer not null,
  total_duration_minutes integer not null,
  categories text[] not null,
  is_completed boolean not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  extra_sets integer default 0 not null,
  effort_au double precision,
  sets_by_category jsonb default '{}'::jsonb not null,
  constraint daily_workout_summary_pkey primary key (id),
  constraint idx_daily_workout_summary_user_date unique (user_id, workout_date),
  constraint daily_workout_summary_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_daily_workout_summary_date on daily_workout_summary using btree (workout_date, user_id);
create index idx_daily_workout_summary_user_id on daily_workout_summary using btree (user_id, workout_date) include (effort_au) where effort_au is not null;

create table deloads (
  id uuid not null,
  user_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  triggers text[] not null,
  rules_version varchar(20) not null,
  created_at timestamptz default now() not null,
  constraint deloads_pkey primary key (id),
  constraint deloads_user_start_key unique (user_id, starts_on),
  constraint deloads_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint deloads_dates_check check (ends_on >= starts_on)
);

create table events (
  id uuid not null,
  sequence bigint generated always as identity not null,
  user_id uuid not null,
  type varchar(60) not null,
  type_version smallint not null,
  subject varchar(80) not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  request_id varchar(128) not null,
  key_id uuid,
  payload jsonb not null,
  constraint events_pkey primary key (id),
  constraint events_sequence_key unique (sequence),
  constraint events_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint events_payload_check check (jsonb_typeof(payload) = 'object'::text),
  constraint events_type_version_check check (type_version >= 1)
);
create index idx_events_user_amended on events using btree (user_id, subject) where type in ('decision.overridden', 'observation.confirmed');
create index idx_events_user_directive on events using btree (user_id, recorded_at) where type in ('workingSets.setByHand', 'decision.overridden', 'observation.confirmed', 'level.setByHand', 'level.assessed', 'level.achieved', 'goal.set', 'goal.changed', 'goal.dropped');
create index idx_events_user_sequence on events using btree (user_id, sequence desc);
create index idx_events_user_type on events using btree (user_id, type, sequence);
alter table events alter column user_id set statistics 0;

create table idempotency_keys (
  user_id uuid not null,
  key varchar(255) not null,
  fingerprint varchar(64) not null,
  answer json not null,
  created_at timestamptz not null,
  constraint idempotency_keys_pkey primary key (user_id, key),
  constraint idempotency_keys_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_idempotency_keys_created_at on idempotency_keys using btree (created_at);

create table routines (
  id uuid not null,
  user_id uuid not null,
  name varchar(100) not null,
  notes text,
  exercises jsonb not null,
  version integer default 1 not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint routines_pkey primary key (id),
  constraint routines_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint routines_exercises_check check (jsonb_typeof(exercises) = 'array'::text)
);
create index idx_routines_user on routines using btree (user_id, created_at desc, id desc);

create table shown_recommendations (
  id uuid not null,
  user_id uuid not null,
  recommended_for date not null,
  question text not null,
  rules_version varchar(20) not null,
  inputs text not null,
  answer text not null,
  answer_sha256 varchar(64) not null,
  tells_of_health boolean not null,
  shown_at timestamptz not null,
  constraint shown_recommendations_pkey primary key (id),
  constraint shown_recommendations_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);
create index idx_shown_recommendations_shown_at on shown_recommendations using btree (shown_at);
create index idx_shown_recommendations_user on shown_recommendations using btree (user_id, recommended_for, shown_at desc, id desc);

create table training_checkpoints (
  user_id uuid not null,
  day date not null,
  form smallint not null,
  rules_version varchar(20) not null,
  library_version uuid not null,
  state json not null,
  notes json not null,
  constraint training_checkpoints_pkey primary key (user_id, day),
  constraint training_checkpoints_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);

create table training_versions (
  user_id uuid not null,
  version integer not null,
  constraint training_versions_pkey primary key (user_id),
  constraint training_versions_user_id_fkey foreign key (user_id) references users(id) on delete cascade
);

create table user_abilities (
  user_id uuid not null,
  category_id integer not null,
  mean double precision not null,
  variance double precision not null,
  observed_on date,
  sessions_count integer not null,
  last_session_on date,
  model varchar(20) default 'one-gaussian'::character varying not null,
  constraint user_abilities_pkey primary key (user_id, category_id),
  constraint user_abilities_category_id_fkey foreign key (category_id) references exercise_categories(id),
  constraint user_abilities_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint user_abilities_model_check check (model in ('one-gaussian', 'two-hypotheses')),
  constraint user_abilities_variance_check check (variance > 0::double precision)
);

create table webhook_endpoints (
  id uuid not null,
  user_id uuid not null,
  url varchar(2000) not null,
  event_types text[] not null,
  former_secret_until timestamptz,
  disabled_at timestamptz,
  version integer default 1 not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sealed_secret varchar(200) not null,
  sealed_former_secret varchar(200),
  key_id uuid,
  granted_scopes text[],
  disabled_reason varchar(20),
  constraint webhook_endpoints_pkey primary key (id),
  constraint webhook_endpoints_key_fkey foreign key (key_id, user_id) references api_keys(id, user_id) on delete cascade,
  constraint webhook_endpoints_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint webhook_endpoints_disabled_reason_check check (disabled_reason in ('by_hand', 'gone', 'key_ended', 'unreachable')),
  constraint webhook_endpoints_sealed_check check (sealed_secret::text ~ '^v[0-9]+[.]'::text and sealed_former_secret::text ~ '^v[0-9]+[.]'::text),
  constraint webhook_endpoints_voucher_check check (num_nonnulls(key_id, granted_scopes) <= 1)
);
create index idx_webhook_endpoints_user on webhook_endpoints using btree (user_id, created_at desc, id desc);

create table webhook_deliveries (
  id uuid not null,
  user_id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  event_type varchar(60) not null,
  payload jsonb not null,
  attempts integer default 0 not null,
  next_attempt_at timestamptz,
  claimed_until timestamptz,
  last_attempt_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  last_status integer,
  last_error varchar(200),
  created_at timestamptz not null,
  constraint webhook_deliveries_pkey primary key (id),
  constraint webhook_deliveries_endpoint_event_key unique (endpoint_id, event_id),
  constraint webhook_deliveries_endpoint_fkey foreign key (endpoint_id) references webhook_endpoints(id) on delete cascade,
  constraint webhook_deliveries_event_fkey foreign key (event_id) references events(id) on delete cascade,
  constraint webhook_deliveries_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint webhook_deliveries_state_check check (num_nonnulls(next_attempt_at, delivered_at, failed_at) = 1)
);
create index idx_webhook_deliveries_due on webhook_deliveries using btree (next_attempt_at) where next_attempt_at is not null;
create index idx_webhook_deliveries_endpoint on webhook_deliveries using btree (endpoint_id, created_at desc, id desc);
create index idx_webhook_deliveries_event_id on webhook_deliveries using btree (event_id);
create index idx_webhook_deliveries_settled on webhook_deliveries using btree (coalesce(delivered_at, failed_at)) where next_attempt_at is null;
create index idx_webhook_deliveries_user_id on webhook_deliveries using btree (user_id);
alter table webhook_deliveries alter column user_id set statistics 0;

create table workout_levels (
  id integer generated by default as identity not null,
  name varchar(50) not null,
  description text not null,
  level_order integer not null,
  constraint workout_levels_pkey primary key (id),
  constraint workout_levels_level_order_key unique (level_order),
  constraint workout_levels_name_key unique (name),
  constraint workout_levels_order_id_key unique (level_order, id),
  constraint workout_levels_level_order_check check (level_order >= 0 and level_order <= 5)
);

create table exercises (
  id uuid default gen_random_uuid() not null,
  slug varchar(80) not null,
  name varchar(150) not null,
  level_id integer not null,
  category_id integer not null,
  metric varchar(10) not null,
  difficulty numeric(4,2) not null,
  description text not null,
  cues text[] not null,
  unilateral boolean not null,
  body_mass_fraction numeric(4,3) not null,
  body_mass_fraction_source varchar(40) not null,
  primary_muscles text[] not null,
  fit_exercise_category varchar(40) not null,
  health_connect_segment varchar(40) not null,
  default_sets jsonb not null,
  default_tempo varchar(20) not null,
  default_rest_seconds integer not null,
  default_equipment text[] not null,
  default_notes text,
  tags text[] not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  slot varchar(20) default 'accessory'::character varying not null,
  ladder varchar(40) default 'unplaced'::character varying not null,
  loadable boolean default false not null,
  equipment_groups jsonb default '[]'::jsonb not null,
  former_slugs text[] default '{}'::text[] not null,
  retired_at timestamptz,
  replaced_by varchar(80),
  aliases jsonb default '{}'::jsonb not null,
  search_text tsvector generated always as ((((setweight(to_tsvector('english'::regconfig, (name)::text), 'A'::"char") || setweight(jsonb_to_tsvector('english'::regconfig, aliases, '["string"]'::jsonb), 'B'::"char")) || setweight(to_tsvector('english'::regconfig, replace(app.joined_words(tags), '-'::text, ' '::text)), 'C'::"char")) || setweight(to_tsvector('english'::regconfig, description), 'D'::"char"))) stored not null,
  constraint exercises_pkey primary key (id),
  constraint exercises_slug_key unique (slug),
  constraint exercises_category_id_fkey foreign key (category_id) references exercise_categories(id),
  constraint exercises_level_id_fkey foreign key (level_id) references workout_levels(id),
  constraint exercises_aliases_check check (jsonb_typeof(aliases) = 'object'::text),
  constraint exercises_body_mass_fraction_check check (body_mass_fraction >= 0::numeric and body_mass_fraction <= 2::numeric),
  constraint exercises_default_rest_seconds_check check (default_rest_seconds >= 0 and default_rest_seconds <= 3600),
  constraint exercises_default_sets_check check (app.is_set_list(default_sets) and (default_sets -> 0) ? metric::text),
  constraint exercises_difficulty_check check (difficulty >= 0::numeric and difficulty < 6::numeric),
  constraint exercises_equipment_groups_check check (jsonb_typeof(equipment_groups) = 'array'::text),
  constraint exercises_metric_check check (metric in ('reps', 'duration')),
  constraint exercises_replaced_by_check check (replaced_by is null or retired_at is not null),
  constraint exercises_slot_check check (slot in ('hpush', 'vpush', 'hpull', 'vpull', 'squat', 'hinge', 'core', 'skill', 'power', 'accessory', 'prep')),
  constraint exercises_slug_check check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)
);
create unique index exercises_name_key on exercises using btree (name) where retired_at is null;
create index idx_exercises_category_id on exercises using btree (category_id);
create index idx_exercises_difficulty on exercises using btree (difficulty, slug);
create index idx_exercises_level_category on exercises using btree (level_id, category_id);
create index idx_exercises_search_text on exercises using gin (search_text);
create index idx_exercises_tags on exercises using gin (tags);

create table exercise_edges (
  from_exercise_id uuid not null,
  to_exercise_id uuid not null,
  kind varchar(20) not null,
  and_group smallint,
  "position" smallint default 1 not null,
  any_of_group smallint,
  constraint exercise_edges_key unique nulls not distinct (from_exercise_id, kind, to_exercise_id, any_of_group),
  constraint exercise_edges_from_fkey foreign key (from_exercise_id) references exercises(id) on delete cascade,
  constraint exercise_edges_to_fkey foreign key (to_exercise_id) references exercises(id) on delete cascade,
  constraint exercise_edges_and_group_check check ((kind::text = 'prerequisite'::text) = (and_group is not null)),
  constraint exercise_edges_any_of_group_check check ((kind::text = 'prerequisite'::text) = (any_of_group is not null)),
  constraint exercise_edges_kind_check check (kind in ('prerequisite', 'progression', 'regression', 'lateral')),
  constraint exercise_edges_self_check check (from_exercise_id <> to_exercise_id)
);
create index idx_exercise_edges_to on exercise_edges using btree (to_exercise_id, kind);

create table exercise_names (
  exercise_id uuid not null,
  kind varchar(10) not null,
  language varchar(2) not null,
  folded text not null,
  compact text not null,
  letters text not null,
  words tsvector not null,
  constraint exercise_names_pkey primary key (exercise_id, compact),
  constraint exercise_names_exercise_id_fkey foreign key (exercise_id) references exercises(id) on delete cascade,
  constraint exercise_names_kind_check check (kind in ('name', 'slug', 'former', 'alias'))
);
create index idx_exercise_names_compact_likeness on exercise_names using gin (compact gin_trgm_ops);
create index idx_exercise_names_folded_likeness on exercise_names using gin (folded gin_trgm_ops);
create index idx_exercise_names_letters on exercise_names using btree (letters);
create index idx_exercise_names_words on exercise_names using gin (words);

create table goals (
  id uuid not null,
  user_id uuid not null,
  kind varchar(20) not null,
  exercise_id uuid,
  target double precision,
  deadline date,
  status varchar(10) default 'open'::character varying not null,
  set_on date not null,
  reached_on date,
  notes text,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  constraint goals_pkey primary key (id),
  constraint goals_exercise_id_fkey foreign key (exercise_id) references exercises(id),
  constraint goals_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint goals_exercise_check check ((kind::text = 'consistency'::text) = (exercise_id is null)),
  constraint goals_kind_check check (kind in ('reps', 'hold', 'skill', 'consistency')),
  constraint goals_reached_check check ((status::text = 'reached'::text) = (reached_on is not null)),
  constraint goals_status_check check (status in ('open', 'reached', 'dropped')),
  constraint goals_target_check check ((kind::text = 'skill'::text) = (target is null) and target > 0::double precision)
);
create index idx_goals_user on goals using btree (user_id, set_on desc, id desc);

create table level_tests (
  id uuid not null,
  user_id uuid not null,
  category_id integer not null,
  exercise_id uuid not null,
  from_level integer not null,
  tested_on date not null,
  tested_at timestamptz not null,
  actual_sets jsonb not null,
  rpe_last numeric(3,1),
  pain integer not null,
  placement boolean not null,
  passed boolean not null,
  rules_version varchar(20) not null,
  constraint level_tests_pkey primary key (id),
  constraint level_tests_category_id_fkey foreign key (category_id) references exercise_categories(id),
  constraint level_tests_exercise_id_fkey foreign key (exercise_id) references exercises(id),
  constraint level_tests_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint level_tests_from_level_check check (from_level >= 0 and from_level <= 5)
);
create index idx_level_tests_user_category on level_tests using btree (user_id, category_id, tested_at desc);

create table personal_records (
  user_id uuid not null,
  exercise_id uuid not null,
  kind varchar(20) not null,
  value double precision not null,
  achieved_on date not null,
  session_id uuid not null,
  set_id uuid not null,
  constraint personal_records_pkey primary key (user_id, exercise_id, kind),
  constraint personal_records_exercise_id_fkey foreign key (exercise_id) references exercises(id),
  constraint personal_records_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint personal_records_kind_check check (kind in ('reps', 'hold', 'added-weight'))
);

create table user_current_levels (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  category_id integer not null,
  current_level integer not null,
  workout_level_id integer not null,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  source varchar(10) default 'hand'::character varying not null,
  set_on date,
  constraint user_current_levels_pkey primary key (id),
  constraint user_current_levels_user_category_key unique (user_id, category_id),
  constraint user_current_levels_category_id_fkey foreign key (category_id) references exercise_categories(id),
  constraint user_current_levels_level_fkey foreign key (current_level, workout_level_id) references workout_levels(level_order, id),
  constraint user_current_levels_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint user_current_levels_current_level_check check (current_level >= 0 and current_level <= 5),
  constraint user_current_levels_source_check check (source in ('hand', 'test', 'placement'))
);
create index idx_user_current_levels_user_id on user_current_levels using btree (user_id);

create table user_exercise_configs (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  exercise_id uuid not null,
  current_sets jsonb,
  current_tempo varchar(20),
  current_rest_seconds integer,
  current_notes text,
  is_mastered boolean default false not null,
  mastered_at timestamptz,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  over_streak integer default 0 not null,
  fail_streak integer default 0 not null,
  mastery_count integer default 0 not null,
  sessions_count integer default 0 not null,
  last_session_on date,
  last_decision varchar(20),
  beyond jsonb,
  constraint user_exercise_configs_pkey primary key (id),
  constraint user_exercise_configs_user_exercise_key unique (user_id, exercise_id),
  constraint user_exercise_configs_exercise_id_fkey foreign key (exercise_id) references exercises(id) on delete cascade,
  constraint user_exercise_configs_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint user_exercise_configs_beyond_check check (beyond is null or jsonb_typeof(beyond) = 'object'::text),
  constraint user_exercise_configs_current_sets_check check (app.is_set_list(current_sets)),
  constraint user_exercise_configs_mastered_check check (is_mastered = (mastered_at is not null)),
  constraint user_exercise_configs_rest_check check (current_rest_seconds >= 0 and current_rest_seconds <= 3600)
);
create index idx_user_exercise_configs_user_id on user_exercise_configs using btree (user_id);

create table workout_sessions (
  id uuid default gen_random_uuid() not null,
  user_id uuid not null,
  session_type varchar(20) generated always as (
case
    when ((status)::text = 'completed'::text) then 'completed'::text
    else 'planned'::text
end) stored not null,
  session_date date not null,
  scheduled_time time(0) without time zone,
  duration_minutes integer,
  level_id integer,
  status varchar(20) default 'planned'::character varying not null,
  started_at timestamptz,
  completed_at timestamptz,
  notes text,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rules_version varchar(20),
  place_id uuid,
  constraint workout_sessions_pkey primary key (id),
  constraint workout_sessions_id_user_key unique (id, user_id),
  constraint workout_sessions_level_id_fkey foreign key (level_id) references workout_levels(id),
  constraint workout_sessions_user_id_fkey foreign key (user_id) references users(id) on delete cascade,
  constraint workout_sessions_completed_at_check check ((status::text = 'completed'::text) = (completed_at is not null)),
  constraint workout_sessions_duration_minutes_check check (duration_minutes >= 0 and duration_minutes <= 1440),
  constraint workout_sessions_started_at_check check (status::text <> 'in_progress'::text or started_at is not null),
  constraint workout_sessions_status_check check (status in ('planned', 'in_progress', 'completed', 'skipped'))
);
create index idx_workout_sessions_date_status on workout_sessions using btree (session_date, status);
create index idx_workout_sessions_user_date on workout_sessions using btree (user_id, session_date desc, id desc);
create index idx_workout_sessions_user_id on workout_sessions using btree (user_id, status, session_date);
alter table workout_sessions alter column user_id set statistics 0;

create table session_exercises (
  id uuid default gen_random_uuid() not null,
  session_id uuid not null,
  user_id uuid not null,
  exercise_id uuid not null,
  exercise_order integer not null,
  planned_sets jsonb not null,
  planned_tempo varchar(20),
  planned_rest_seconds integer,
  planned_notes text,
  actual_sets jsonb,
  actual_tempo varchar(20),
  actual_rest_seconds integer,
  actual_notes text,
  completed boolean default false not null,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  planned_from varchar(10) default 'given'::character varying not null,
  standard_sets jsonb,
  standard_difficulty numeric(4,2),
  modifier varchar(20) default 'none'::character varying not null,
  standard_body_mass_fraction numeric(4,3),
  standard_body_mass_kg numeric(5,2),
  group_number smallint,
  constraint session_exercises_pkey primary key (id),
  constraint session_exercises_id_user_key unique (id, user_id),
  constraint session_exercises_order_key unique (session_id, exercise_order) deferrable initially deferred,
  constraint session_exercises_exercise_id_fkey foreign key (exercise_id) references exercises(id),
  constraint session_exercises_session_fkey foreign key (session_id, user_id) references workout_sessions(id, user_id) on delete cascade,
  constraint session_exercises_actual_rest_check check (actual_rest_seconds >= 0 and actual_rest_seconds <= 3600),
  constraint session_exercises_actual_sets_check check (jsonb_typeof(actual_sets) = 'array'::text),
  constraint session_exercises_group_number_check check (group_number >= 1 and group_number <= 50),
  constraint session_exercises_modifier_check check ((modifier in ('none', 'tempo', 'tempo_pause', 'reps')) or modifier::text ~ '^load:(0|[1-9][0-9]{0,2})(\.5)?$'::text and modifier::text <> 'load:0'::text),
  constraint session_exercises_order_check check (exercise_order >= 1 and exercise_order <= 50),
  constraint session_exercises_planned_from_check check (planned_from in ('working', 'given')),
  constraint session_exercises_planned_rest_check check (planned_rest_seconds >= 0 and planned_rest_seconds <= 3600),
  constraint session_exercises_planned_sets_check check (app.is_set_list(planned_sets)),
  constraint session_exercises_standard_body_mass_fraction_check check (standard_body_mass_fraction >= 0::numeric and standard_body_mass_fraction <= 2::numeric),
  constraint session_exercises_standard_body_mass_kg_check check (standard_body_mass_kg >= 20::numeric and standard_body_mass_kg <= 400::numeric),
  constraint session_exercises_standard_sets_check check (app.is_set_list(standard_sets))
);
create index idx_session_exercises_session_id on session_exercises using btree (session_id, user_id);
create index idx_session_exercises_user_exercise on session_exercises using btree (user_id, exercise_id);
alter table session_exercises alter column user_id set statistics 0;

create table exercise_decisions (
  session_exercise_id uuid not null,
  user_id uuid not null,
  session_id uuid not null,
  exercise_id uuid not null,
  decided_on date not null,
  decision varchar(20) not null,
  reason varchar(40) not null,
  rule_id varchar(60) not null,
  rules_version varchar(20) not null,
  inputs jsonb not null,
  working_before jsonb not null,
  working_after jsonb not null,
  completion double precision not null,
  overridden boolean default false not null,
  held_for_review boolean default false not null,
  constraint exercise_decisions_pkey primary key (session_exercise_id),
  constraint exercise_decisions_exercise_id_fkey foreign key (exercise_id) references exercises(id),
  constraint exercise_decisions_session_exercise_fkey foreign key (session_exercise_id, user_id) references session_exercises(id, user_id) on delete cascade
);
create index idx_exercise_decisions_held on exercise_decisions using btree (user_id, decided_on desc, session_exercise_id desc) where held_for_review;
create index idx_exercise_decisions_session on exercise_decisions using btree (session_id, user_id);
create index idx_exercise_decisions_user_exercise on exercise_decisions using btree (user_id, exercise_id, decided_on desc);
alter table exercise_decisions alter column user_id set statistics 0;

create table exercise_set_logs (
  id uuid default gen_random_uuid() not null,
  session_exercise_id uuid not null,
  user_id uuid not null,
  set_number integer not null,
  side varchar(5),
  planned_reps integer,
  actual_reps integer,
  planned_duration_seconds integer,
  actual_duration_seconds integer,
  weight_kg numeric(5,2),
  rest_seconds integer,
  perceived_effort numeric(3,1),
  pain integer,
  pain_site varchar(20),
  notes text,
  completed_at timestamptz default now() not null,
  version integer default 1 not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind varchar(10) default 'working'::character varying not null,
  tempo varchar(7),
  constraint exercise_set_logs_pkey primary key (id),
  constraint exercise_set_logs_number_key unique nulls not distinct (session_exercise_id, set_number, side) deferrable initially deferred,
  constraint exercise_set_logs_session_exercise_fkey foreign key (session_exercise_id, user_id) references session_exercises(id, user_id) on delete cascade,
  constraint exercise_set_logs_actual_check check (num_nonnulls(actual_reps, actual_duration_seconds) = 1),
  constraint exercise_set_logs_actual_duration_check check (actual_duration_seconds >= 0 and actual_duration_seconds <= 3600),
  constraint exercise_set_logs_actual_reps_check check (actual_reps >= 0 and actual_reps <= 1000),
  constraint exercise_set_logs_kind_check check (kind in ('warmup', 'working', 'drop', 'failure')),
  constraint exercise_set_logs_pain_check check (pain >= 0 and pain <= 10),
  constraint exercise_set_logs_pain_site_check check (pain_site is null or pain is not null),
  constraint exercise_set_logs_perceived_effort_check check (perceived_effort >= 1::numeric and perceived_effort <= 10::numeric and (perceived_effort * 2::numeric % 1::numeric) = 0::numeric),
  constraint exercise_set_logs_planned_check check (num_nonnulls(planned_reps, planned_duration_seconds) <= 1),
  constraint exercise_set_logs_rest_seconds_check check (rest_seconds >= 0 and rest_seconds <= 3600),
  constraint exercise_set_logs_set_number_check check (set_number >= 1 and set_number <= 100),
  constraint exercise_set_logs_side_check check (side in ('left', 'right')),
  constraint exercise_set_logs_weight_kg_check check (weight_kg >= '-200'::integer::numeric and weight_kg <= 300::numeric)
);
create index idx_exercise_set_logs_session_exercise_id on exercise_set_logs using btree (session_exercise_id, user_id);
create index idx_exercise_set_logs_user_id on exercise_set_logs using btree (user_id);
alter table exercise_set_logs alter column user_id set statistics 0;

-- Views

create view auth_public_keys with (security_barrier=true) as
 select id,
    public_key,
    alg,
    created_at,
    expires_at,
    secret_mark
   from auth_jwks;

create materialized view weekly_workout_summary as
 select user_id,
    workout_date - (extract(isodow from workout_date)::integer - 1) as week_start,
    sum(planned_sessions)::integer as planned_sessions,
    sum(completed_sessions)::integer as completed_sessions,
    sum(planned_sets)::integer as planned_sets,
    sum(completed_sets + extra_sets)::integer as performed_sets,
    sum(total_reps)::integer as total_reps,
    sum(total_hold_seconds)::integer as total_hold_seconds,
    sum(total_duration_minutes)::integer as total_duration_minutes
   from daily_workout_summary
  group by user_id, (workout_date - (extract(isodow from workout_date)::integer - 1));

alter materialized view weekly_workout_summary owner to calistheniq_operator;
create unique index weekly_workout_summary_key on weekly_workout_summary using btree (week_start, user_id);

-- Triggers

create trigger auth_sessions_hash before insert or update of token on auth_sessions for each row execute function app.hash_session_token();
create trigger check_ins_touch before update on check_ins for each row execute function app.touch_updated_at();
create trigger daily_workout_summary_touch before update on daily_workout_summary for each row execute function app.touch_updated_at();
create trigger events_keep before delete or update on events for each row execute function app.keep_events();
create trigger exercise_categories_version after insert or delete or update or truncate on exercise_categories for each statement execute function app.settle_library_version();
create trigger exercise_edges_version after insert or delete or update or truncate on exercise_edges for each statement execute function app.settle_library_version();
create trigger exercise_set_logs_touch before update on exercise_set_logs for each row execute function app.touch_updated_at();
create trigger exercises_touch before update on exercises for each row execute function app.touch_updated_at();
create trigger exercises_version after insert or delete or update or truncate on exercises for each statement execute function app.settle_library_version();
create trigger goals_touch before update on goals for each row execute function app.touch_updated_at();
create trigger session_exercises_touch before update on session_exercises for each row execute function app.touch_updated_at();
create trigger user_current_levels_touch before update on user_current_levels for each row execute function app.touch_updated_at();
create trigger user_exercise_configs_touch before update on user_exercise_configs for each row execute function app.touch_updated_at();
create trigger users_bury after delete on users for each row execute function app.bury();
create trigger users_touch before update on users for each row execute function app.touch_updated_at();
create trigger workout_levels_version after insert or delete or update or truncate on workout_levels for each statement execute function app.settle_library_version();
create trigger workout_sessions_touch before update on workout_sessions for each row execute function app.touch_updated_at();

-- Row-level security

alter table account_export_parts enable row level security, force row level security;
alter table account_exports enable row level security, force row level security;
alter table api_keys enable row level security, force row level security;
alter table auth_accounts enable row level security, force row level security;
alter table auth_jwks enable row level security, force row level security;
alter table auth_passkeys enable row level security, force row level security;
alter table auth_rate_limits enable row level security, force row level security;
alter table auth_sessions enable row level security, force row level security;
alter table auth_two_factors enable row level security, force row level security;
alter table auth_verifications enable row level security, force row level security;
alter table body_mass_entries enable row level security, force row level security;
alter table check_ins enable row level security, force row level security;
alter table consents enable row level security, force row level security;
alter table daily_workout_summary enable row level security, force row level security;
alter table deloads enable row level security, force row level security;
alter table erasure_tombstones enable row level security, force row level security;
alter table events enable row level security, force row level security;
alter table exercise_decisions enable row level security, force row level security;
alter table exercise_set_logs enable row level security, force row level security;
alter table goals enable row level security, force row level security;
alter table idempotency_keys enable row level security, force row level security;
alter table level_tests enable row level security, force row level security;
alter table personal_records enable row level security, force row level security;
alter table routines enable row level security, force row level security;
alter table security_log enable row level security, force row level security;
alter table session_exercises enable row level security, force row level security;
alter table shown_recommendations enable row level security, force row level security;
alter table training_checkpoints enable row level security, force row level security;
alter table training_versions enable row level security, force row level security;
alter table user_abilities enable row level security, force row level security;
alter table user_current_levels enable row level security, force row level security;
alter table user_exercise_configs enable row level security, force row level security;
alter table users enable row level security, force row level security;
alter table webhook_deliveries enable row level security, force row level security;
alter table webhook_endpoints enable row level security, force row level security;
alter table workout_sessions enable row level security, force row level security;
create policy account_export_parts_operator on account_export_parts to calistheniq_operator using (true);
create policy account_export_parts_own on account_export_parts to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy account_exports_operator on account_exports to calistheniq_operator using (true);
create policy account_exports_own on account_exports to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy api_keys_accounts on api_keys to current_user using (true);
create policy api_keys_operator on api_keys to calistheniq_operator using (true);
create policy api_keys_own on api_keys to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy auth_accounts_accounts on auth_accounts to current_user using (true);
create policy auth_accounts_operator on auth_accounts to calistheniq_operator using (true);
create policy auth_accounts_own on auth_accounts for select to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy auth_jwks_accounts on auth_jwks to current_user using (true);
create policy auth_jwks_operator on auth_jwks to calistheniq_operator using (true);
create policy auth_passkeys_accounts on auth_passkeys to current_user using (true);
create policy auth_passkeys_own on auth_passkeys for select to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy auth_rate_limits_accounts on auth_rate_limits to current_user using (true);
create policy auth_rate_limits_operator on auth_rate_limits to calistheniq_operator using (true);
create policy auth_sessions_accounts on auth_sessions to current_user using (true);
create policy auth_sessions_operator on auth_sessions to calistheniq_operator using (true);
create policy auth_sessions_own on auth_sessions for select to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy auth_two_factors_accounts on auth_two_factors to current_user using (true);
create policy auth_two_factors_own on auth_two_factors for select to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy auth_verifications_accounts on auth_verifications to current_user using (true);
create policy auth_verifications_operator on auth_verifications to calistheniq_operator using (true);
create policy body_mass_entries_operator on body_mass_entries to calistheniq_operator using (true);
create policy body_mass_entries_own on body_mass_entries to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy check_ins_operator on check_ins to calistheniq_operator using (true);
create policy check_ins_own on check_ins to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy consents_operator on consents to calistheniq_operator using (true);
create policy consents_own on consents to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy daily_workout_summary_operator on daily_workout_summary to calistheniq_operator using (true);
create policy daily_workout_summary_own on daily_workout_summary to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy deloads_operator on deloads to calistheniq_operator using (true);
create policy deloads_own on deloads to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy erasure_tombstones_accounts on erasure_tombstones to current_user using (true);
create policy erasure_tombstones_operator on erasure_tombstones to calistheniq_operator using (true);
create policy events_accounts on events to current_user using (user_id = (( select app.current_user_id() as current_user_id)));
create policy events_operator on events to calistheniq_operator using (true);
create policy events_own on events to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy exercise_decisions_operator on exercise_decisions to calistheniq_operator using (true);
create policy exercise_decisions_own on exercise_decisions to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy exercise_set_logs_operator on exercise_set_logs to calistheniq_operator using (true);
create policy exercise_set_logs_own on exercise_set_logs to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy goals_operator on goals to calistheniq_operator using (true);
create policy goals_own on goals to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy idempotency_keys_operator on idempotency_keys to calistheniq_operator using (true);
create policy idempotency_keys_own on idempotency_keys to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy level_tests_operator on level_tests to calistheniq_operator using (true);
create policy level_tests_own on level_tests to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy personal_records_operator on personal_records to calistheniq_operator using (true);
create policy personal_records_own on personal_records to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy routines_operator on routines to calistheniq_operator using (true);
create policy routines_own on routines to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy security_log_accounts on security_log to current_user using (true);
create policy security_log_append on security_log for insert to calistheniq_app with check (user_id = (( select app.current_user_id() as current_user_id)));
create policy security_log_operator on security_log to calistheniq_operator using (true);
create policy security_log_own on security_log for select to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy session_exercises_operator on session_exercises to calistheniq_operator using (true);
create policy session_exercises_own on session_exercises to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy shown_recommendations_accounts on shown_recommendations to current_user using (user_id = (( select app.current_user_id() as current_user_id)));
create policy shown_recommendations_operator on shown_recommendations to calistheniq_operator using (true);
create policy shown_recommendations_own on shown_recommendations to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy training_checkpoints_operator on training_checkpoints to calistheniq_operator using (true);
create policy training_checkpoints_own on training_checkpoints to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy training_versions_operator on training_versions to calistheniq_operator using (true);
create policy training_versions_own on training_versions to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy user_abilities_operator on user_abilities to calistheniq_operator using (true);
create policy user_abilities_own on user_abilities to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy user_current_levels_operator on user_current_levels to calistheniq_operator using (true);
create policy user_current_levels_own on user_current_levels to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy user_exercise_configs_operator on user_exercise_configs to calistheniq_operator using (true);
create policy user_exercise_configs_own on user_exercise_configs to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy users_accounts on users to current_user using (true);
create policy users_operator on users to calistheniq_operator using (true);
create policy users_own on users to calistheniq_app using (id = (( select app.current_user_id() as current_user_id)));
create policy webhook_deliveries_accounts on webhook_deliveries to current_user using (user_id = (( select app.current_user_id() as current_user_id)));
create policy webhook_deliveries_operator on webhook_deliveries to calistheniq_operator using (true);
create policy webhook_deliveries_own on webhook_deliveries to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy webhook_endpoints_operator on webhook_endpoints to calistheniq_operator using (true);
create policy webhook_endpoints_own on webhook_endpoints to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));
create policy workout_sessions_operator on workout_sessions to calistheniq_operator using (true);
create policy workout_sessions_own on workout_sessions to calistheniq_app using (user_id = (( select app.current_user_id() as current_user_id)));

-- Grants

grant usage on schema app to calistheniq_app;
grant usage on schema app to calistheniq_operator;
grant usage on schema public to calistheniq_app;
grant usage on schema public to calistheniq_operator;
revoke execute on function app.admit(caller text, quota integer, window_seconds integer, at_instant timestamp with time zone) from public;
revoke execute on function app.borrow_requests(of_caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer, wanted integer) from public;
revoke execute on function app.bury() from public;
revoke execute on function app.count_in_window(of_bucket text, amount integer, length interval, out counted integer, out resets_ms integer) from public;
revoke execute on function app.count_kept(for_user uuid, bytes integer) from public;
revoke execute on function app.count_request(caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer) from public;
revoke execute on function app.erase_account() from public;
revoke execute on function app.erase_health_data(fields text[], types text[], reasons text[]) from public;
revoke execute on function app.identify_key(hash text, entry uuid, request text) from public;
revoke execute on function app.note_failed_sign_in(entry uuid, at_instant timestamp with time zone, as_email text, request text) from public;
revoke execute on function app.note_security(entry uuid, at_instant timestamp with time zone, what text, for_user uuid, with_key uuid, request text, more text, period text) from public;
revoke execute on function app.own_request_counts() from public;
revoke execute on function app.refresh_weekly_summaries(as_of timestamp with time zone) from public;
revoke execute on function app.resolve_api_key(hash text, at_instant timestamp with time zone, entry uuid, request text) from public;
revoke execute on function app.use_api_key(hash text, at_instant timestamp with time zone) from public;
grant execute on function app.admit(caller text, quota integer, window_seconds integer, at_instant timestamp with time zone) to calistheniq_app;
grant execute on function app.borrow_requests(of_caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer, wanted integer) to calistheniq_app;
grant execute on function app.count_kept(for_user uuid, bytes integer) to calistheniq_app;
grant execute on function app.count_request(caller text, quota integer, of_account uuid, account_quota integer, window_seconds integer) to calistheniq_app;
grant execute on function app.erase_account() to calistheniq_app;
grant execute on function app.erase_health_data(fields text[], types text[], reasons text[]) to calistheniq_app;
grant execute on function app.identify_key(hash text, entry uuid, request text) to calistheniq_app;
grant execute on function app.note_failed_sign_in(entry uuid, at_instant timestamp with time zone, as_email text, request text) to calistheniq_app;
grant execute on function app.note_security(entry uuid, at_instant timestamp with time zone, what text, for_user uuid, with_key uuid, request text, more text, period text) to calistheniq_app;
grant execute on function app.own_request_counts() to calistheniq_app;
grant execute on function app.refresh_weekly_summaries(as_of timestamp with time zone) to calistheniq_operator;
grant execute on function app.resolve_api_key(hash text, at_instant timestamp with time zone, entry uuid, request text) to calistheniq_app;
grant execute on function app.use_api_key(hash text, at_instant timestamp with time zone) to calistheniq_app;
grant select on account_export_parts to calistheniq_app;
grant delete, insert, select, update on account_export_parts to calistheniq_operator;
grant delete, insert, select on account_exports to calistheniq_app;
grant delete, insert, select, update on account_exports to calistheniq_operator;
grant delete, insert, select, update on api_keys to calistheniq_app;
grant delete, insert, select, update on api_keys to calistheniq_operator;
grant select on app.settings to calistheniq_app;
grant delete, insert, select, update on app.settings to calistheniq_operator;
grant delete on auth_jwks to calistheniq_operator;
grant select on auth_public_keys to calistheniq_app;
grant select on auth_public_keys to calistheniq_operator;
grant delete on auth_rate_limits to calistheniq_operator;
grant delete on auth_sessions to calistheniq_operator;
grant delete on auth_verifications to calistheniq_operator;
grant delete, insert, select, update on body_mass_entries to calistheniq_app;
grant delete, insert, select, update on body_mass_entries to calistheniq_operator;
grant delete, insert, select, update on check_ins to calistheniq_app;
grant delete, insert, select, update on check_ins to calistheniq_operator;
grant delete, insert, select, update on consents to calistheniq_app;
grant delete, insert, select, update on consents to calistheniq_operator;
grant delete, insert, select, update on daily_workout_summary to calistheniq_app;
grant delete, insert, select, update on daily_workout_summary to calistheniq_operator;
grant delete, insert, select, update on deloads to calistheniq_app;
grant delete, insert, select, update on deloads to calistheniq_operator;
grant delete, insert, select on erasure_tombstones to calistheniq_operator;
grant insert, select on events to calistheniq_app;
grant insert, select on events to calistheniq_operator;
grant select on exercise_categories to calistheniq_app;
grant delete, insert, select, update on exercise_categories to calistheniq_operator;
grant delete, insert, select, update on exercise_decisions to calistheniq_app;
grant delete, insert, select, update on exercise_decisions to calistheniq_operator;
grant select on exercise_edges to calistheniq_app;
grant delete, insert, select, update on exercise_edges to calistheniq_operator;
grant select on exercise_names to calistheniq_app;
grant delete, insert, select, update on exercise_names to calistheniq_operator;
grant delete, insert, select, update on exercise_set_logs to calistheniq_app;
grant delete, insert, select, update on exercise_set_logs to calistheniq_operator;
grant select on exercises to calistheniq_app;
grant delete, insert, select, update on exercises to calistheniq_operator;
grant delete, insert, select, update on goals to calistheniq_app;
grant delete, insert, select, update on goals to calistheniq_operator;
grant delete, insert, select, update on idempotency_keys to calistheniq_app;
grant delete, insert, select, update on idempotency_keys to calistheniq_operator;
grant delete, insert, select, update on level_tests to calistheniq_app;
grant delete, insert, select, update on level_tests to calistheniq_operator;
grant select on library_version to calistheniq_app;
grant delete, insert, select, update on library_version to calistheniq_operator;
grant delete, insert, select, update on personal_records to calistheniq_app;
grant delete, insert, select, update on personal_records to calistheniq_operator;
grant delete, select on rate_limits to calistheniq_operator;
grant delete, select on request_counts to calistheniq_operator;
grant delete, insert, select, update on routines to calistheniq_app;
grant delete, insert, select, update on routines to calistheniq_operator;
grant insert, select on security_log to calistheniq_app;
grant delete, insert, select on security_log to calistheniq_operator;
grant delete, insert, select, update on session_exercises to calistheniq_app;
grant delete, insert, select, update on session_exercises to calistheniq_operator;
grant insert, select on shown_recommendations to calistheniq_app;
grant delete, insert, select, update on shown_recommendations to calistheniq_operator;
grant delete, insert, select, update on training_checkpoints to calistheniq_app;
grant delete, insert, select, update on training_checkpoints to calistheniq_operator;
grant delete, insert, select, update on training_versions to calistheniq_app;
grant delete, insert, select, update on training_versions to calistheniq_operator;
grant delete, insert, select, update on user_abilities to calistheniq_app;
grant delete, insert, select, update on user_abilities to calistheniq_operator;
grant delete, insert, select, update on user_current_levels to calistheniq_app;
grant delete, insert, select, update on user_current_levels to calistheniq_operator;
grant delete, insert, select, update on user_exercise_configs to calistheniq_app;
grant delete, insert, select, update on user_exercise_configs to calistheniq_operator;
grant select on users to calistheniq_app;
grant delete, insert, select, update on users to calistheniq_operator;
grant delete, insert, select, update on webhook_deliveries to calistheniq_app;
grant delete, insert, select, update on webhook_deliveries to calistheniq_operator;
grant delete, insert, select, update on webhook_endpoints to calistheniq_app;
grant delete, insert, select, update on webhook_endpoints to calistheniq_operator;
grant select on workout_levels to calistheniq_app;
grant delete, insert, select, update on workout_levels to calistheniq_operator;
grant delete, insert, select, update on workout_sessions to calistheniq_app;
grant delete, insert, select, update on workout_sessions to calistheniq_operator;
grant select (id, user_id, provider_id, created_at, updated_at) on auth_accounts to calistheniq_app;
grant select (id, created_at, sign_up_key) on auth_accounts to calistheniq_operator;
grant update (sign_up_key, sign_up_body) on auth_accounts to calistheniq_operator;
grant select (id, expires_at) on auth_jwks to calistheniq_operator;
grant select (id, user_id, name, device_type, backed_up, transports, aaguid, created_at) on auth_passkeys to calistheniq_app;
grant select (id, last_request) on auth_rate_limits to calistheniq_operator;
grant select (id, user_id, expires_at, ip_address, user_agent, created_at, updated_at) on auth_sessions to calistheniq_app;
grant select (id, expires_at) on auth_sessions to calistheniq_operator;
grant select (id, user_id, verified, created_at) on auth_two_factors to calistheniq_app;
grant select (id, expires_at) on auth_verifications to calistheniq_operator;
grant update (name, time_zone, body_mass_kg, equipment, units, version, updated_at, days_per_week, minutes_per_session, load_kg, skills, disliked_exercise_ids, places, deload_declined_until) on users to calistheniq_app;
