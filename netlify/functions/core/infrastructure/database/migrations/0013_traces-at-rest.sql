-- What the account service keeps holds no secret that opens anything, and is forgotten when its time is over.

-- A session token opens /auth as a password does, so only its SHA-256 is stored. Sessions that exist go on.
update auth_sessions
set token = encode(sha256(convert_to(token, 'UTF8')), 'hex');

-- Stores the hash of a token that is none, whoever writes it. An earlier release that still serves hands out the hash as
-- its token then, which opens a session there, and nothing in a release that hashes what it is given.
create function app.hash_session_token() returns trigger
  language plpgsql
as $$
begin
  if new.token !~ '^[0-9a-f]{64}$' then
    new.token = encode(sha256(convert_to(new.token, 'UTF8')), 'hex');
  end if;
  return new;
end
$$;
create trigger auth_sessions_hash before insert or update of token on auth_sessions
  for each row execute function app.hash_session_token();

-- Says under which secret a signing key was opened last, without the secret: another one opens it no more.
alter table auth_jwks add column secret_mark text;
create or replace view auth_public_keys with (security_barrier = true) as
  select id, public_key, alg, created_at, expires_at, secret_mark
  from auth_jwks;

-- By which a sign-up that is repeated is recognised: digests of its key, and of its body without the password.
alter table auth_accounts
  add column sign_up_key text,
  add column sign_up_body text;

-- What housekeeping looks for.
create index idx_auth_sessions_expires_at on auth_sessions (expires_at);
create index idx_auth_verifications_expires_at on auth_verifications (expires_at);
create index idx_auth_rate_limits_last_request on auth_rate_limits (last_request);
create index idx_auth_accounts_sign_up on auth_accounts (created_at) where sign_up_key is not null;

-- The operator forgets what is over, and reads nothing else of these tables.
grant select (id, expires_at), delete on auth_sessions, auth_verifications, auth_jwks to calistheniq_operator;
grant select (id, last_request), delete on auth_rate_limits to calistheniq_operator;
grant select (id, created_at, sign_up_key), update (sign_up_key, sign_up_body) on auth_accounts to calistheniq_operator;
create policy auth_sessions_operator on auth_sessions to calistheniq_operator using (true);
create policy auth_verifications_operator on auth_verifications to calistheniq_operator using (true);
create policy auth_jwks_operator on auth_jwks to calistheniq_operator using (true);
create policy auth_rate_limits_operator on auth_rate_limits to calistheniq_operator using (true);
create policy auth_accounts_operator on auth_accounts to calistheniq_operator using (true);

-- Athletes see in their export where they are signed in and how, and no secret.
grant select (id, user_id, created_at, updated_at, expires_at, ip_address, user_agent) on auth_sessions to calistheniq_app;
grant select (id, user_id, provider_id, created_at, updated_at) on auth_accounts to calistheniq_app;
create policy auth_sessions_own on auth_sessions for select to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy auth_accounts_own on auth_accounts for select to calistheniq_app
  using (user_id = (select app.current_user_id()));
