-- What keeps the contract with clients: answers kept for repeats, API keys, quotas, webhooks, consents, and the trail of security.

create table idempotency_keys (
  user_id uuid not null,
  key varchar(255) not null,
  -- SHA-256 of method, path and body: the same key with another request is refused
  fingerprint varchar(64) not null,
  -- json, not jsonb: a repeated answer has its fields in the order of the first
  answer json not null,
  created_at timestamptz not null,
  constraint idempotency_keys_pkey primary key (user_id, key),
  constraint idempotency_keys_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_idempotency_keys_created_at on idempotency_keys (created_at);

-- Claims a key and keeps the answer under it. The second of two waits for the first: not long, and then it is told so.
create function app.keep_answer(for_user uuid, under_key text, of_request text, kept json, at_instant timestamptz) returns boolean
  language plpgsql set lock_timeout = '3s'
as $$
begin
  insert into public.idempotency_keys (user_id, key, fingerprint, answer, created_at)
  values (for_user, under_key, of_request, kept, at_instant);
  return true;
exception when lock_not_available then
  return app.ensure(false, 'IDEMPOTENCY_KEY_IN_USE');
end
$$;

create table api_keys (
  id uuid constraint api_keys_pkey primary key,
  user_id uuid not null,
  name varchar(100) not null,
  -- SHA-256 of the key; the key itself is shown once and never stored
  key_hash varchar(64) not null,
  -- the first characters, by which an athlete recognises it
  prefix varchar(12) not null,
  scopes text[] not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint api_keys_key_hash_key unique (key_hash),
  constraint api_keys_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_api_keys_user on api_keys (user_id, created_at desc, id desc);

-- Fixed windows: one row per caller, counted in the statement that admits.
create table rate_limits (
  bucket varchar(120) constraint rate_limits_pkey primary key,
  window_start timestamptz not null,
  used integer not null
);

-- Counts one request and says how many are left; raises RATE_LIMITED when there are none, so that nothing of the unit of work remains.
create function app.admit(caller text, quota integer, window_seconds integer, at_instant timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
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
$$;
revoke execute on function app.admit from public;
grant execute on function app.admit to calistheniq_app;

grant select, delete on rate_limits to calistheniq_operator;

create table consents (
  user_id uuid not null,
  purpose varchar(20) not null,
  given boolean not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint consents_pkey primary key (user_id, purpose),
  constraint consents_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint consents_purpose_check check (purpose in ('health-data', 'research'))
);

create table webhook_endpoints (
  id uuid constraint webhook_endpoints_pkey primary key,
  user_id uuid not null,
  url varchar(2000) not null,
  event_types text[] not null,
  -- signing secrets as Standard Webhooks has them; the former one signs beside the new one until it expires
  secret varchar(100) not null,
  former_secret varchar(100),
  former_secret_until timestamptz,
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint webhook_endpoints_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_webhook_endpoints_user on webhook_endpoints (user_id, created_at desc, id desc);

-- The outbox: written in the batch of the business change, emptied by a scheduled function.
create table webhook_deliveries (
  id uuid constraint webhook_deliveries_pkey primary key,
  user_id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  event_type varchar(60) not null,
  payload jsonb not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  -- whoever sends it holds it until then, so that two do not send it at once
  claimed_until timestamptz,
  last_attempt_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  last_status integer,
  last_error varchar(200),
  created_at timestamptz not null,
  -- an event is delivered once to an endpoint, however often it is sent
  constraint webhook_deliveries_endpoint_event_key unique (endpoint_id, event_id),
  constraint webhook_deliveries_state_check check (num_nonnulls(next_attempt_at, delivered_at, failed_at) = 1),
  constraint webhook_deliveries_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint webhook_deliveries_endpoint_fkey foreign key (endpoint_id) references webhook_endpoints (id) on delete cascade,
  constraint webhook_deliveries_event_fkey foreign key (event_id) references events (id) on delete cascade
);
create index idx_webhook_deliveries_due on webhook_deliveries (next_attempt_at) where next_attempt_at is not null;
create index idx_webhook_deliveries_endpoint on webhook_deliveries (endpoint_id, created_at desc, id desc);
create index idx_webhook_deliveries_user_id on webhook_deliveries (user_id);
create index idx_webhook_deliveries_event_id on webhook_deliveries (event_id);

-- Sign-ins, use of keys and refusals, without any secret. user_id has no foreign key: the trail outlives the account as a bare id.
create table security_log (
  id uuid constraint security_log_pkey primary key,
  at timestamptz not null,
  kind varchar(40) not null,
  user_id uuid,
  key_id uuid,
  request_id varchar(128) not null,
  detail varchar(200)
);
create index idx_security_log_at on security_log (at);
create index idx_security_log_user on security_log (user_id, at);

-- Erased accounts, by a random id's digest, so that a restored backup erases them again.
create table erasure_tombstones (
  user_id uuid constraint erasure_tombstones_pkey primary key,
  erased_at timestamptz not null,
  scope varchar(20) not null
);

-- Whoever ends an account, a restored backup must end it again.
create function app.bury() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into erasure_tombstones (user_id, erased_at, scope)
  values (old.id, now(), 'account')
  on conflict on constraint erasure_tombstones_pkey do nothing;
  return old;
end
$$;
create trigger users_bury after delete on users
  for each row execute function app.bury();

-- Ends the account for which the unit of work runs; everything with a user_id goes with it.
create function app.erase_account() returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from users where id = app.current_user_id();
  return found;
end
$$;
revoke execute on function app.erase_account, app.bury from public;
grant execute on function app.erase_account to calistheniq_app;

do $$
declare
  personal text;
begin
  foreach personal in array array['idempotency_keys', 'api_keys', 'consents', 'webhook_endpoints', 'webhook_deliveries'] loop
    execute format('alter table %I enable row level security, force row level security', personal);
    execute format('create policy %I on %I to calistheniq_app using (user_id = (select app.current_user_id()))',
                   personal || '_own', personal);
    execute format('create policy %I on %I to calistheniq_operator using (true)', personal || '_operator', personal);
    execute format('grant select, insert, update, delete on %I to calistheniq_app, calistheniq_operator', personal);
  end loop;
end
$$;

alter table security_log enable row level security, force row level security;
create policy security_log_append on security_log for insert to calistheniq_app
  with check (user_id = (select app.current_user_id()));
create policy security_log_own on security_log for select to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy security_log_operator on security_log to calistheniq_operator using (true);
create policy security_log_accounts on security_log to current_user using (true);
grant select, insert on security_log to calistheniq_app;
grant select, insert, delete on security_log to calistheniq_operator;

alter table erasure_tombstones enable row level security, force row level security;
create policy erasure_tombstones_operator on erasure_tombstones to calistheniq_operator using (true);
create policy erasure_tombstones_accounts on erasure_tombstones to current_user using (true);
grant select, insert, delete on erasure_tombstones to calistheniq_operator;

-- Before anybody is signed in, a key is looked up as the owner of the tables; its hash is all that is ever compared.
create policy api_keys_accounts on api_keys to current_user using (true);

create function app.use_api_key(hash text, at_instant timestamptz)
  returns table (id uuid, user_id uuid, scopes text[])
  language sql security definer set search_path = public, pg_temp
as $$
  update api_keys as used
  set last_used_at = at_instant
  where used.key_hash = hash
    and used.revoked_at is null
    and (used.expires_at is null or used.expires_at > at_instant)
  returning used.id, used.user_id, used.scopes
$$;
revoke execute on function app.use_api_key from public;
grant execute on function app.use_api_key to calistheniq_app;
