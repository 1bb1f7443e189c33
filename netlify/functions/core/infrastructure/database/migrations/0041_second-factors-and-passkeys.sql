-- What an account can be opened with besides a password: codes of an authenticator app on top of it, and passkeys instead of it.

alter table users add column two_factor_enabled boolean not null default false;

-- The secret and the backup codes are encrypted with AUTH_SECRET. A code of the app opens once: last_used_step is the time step (RFC
-- 6238, 4.2) of the last one that was taken.
create table auth_two_factors (
  id uuid default gen_random_uuid() constraint auth_two_factors_pkey primary key,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  last_used_step integer not null default 0,
  created_at timestamptz not null default now(),
  constraint auth_two_factors_user_id_key unique (user_id),
  constraint auth_two_factors_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);

-- Public keys only. A counter is an unsigned number of 32 bits (WebAuthn, 6.1.1), which an integer does not hold.
create table auth_passkeys (
  id uuid default gen_random_uuid() constraint auth_passkeys_pkey primary key,
  user_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now(),
  constraint auth_passkeys_credential_id_key unique (credential_id),
  constraint auth_passkeys_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_auth_passkeys_user_id on auth_passkeys (user_id);

alter table auth_two_factors enable row level security, force row level security;
alter table auth_passkeys enable row level security, force row level security;
create policy auth_two_factors_accounts on auth_two_factors to current_user using (true);
create policy auth_passkeys_accounts on auth_passkeys to current_user using (true);

-- Athletes see in their export that they have them, and no secret.
grant select (id, user_id, verified, created_at) on auth_two_factors to calistheniq_app;
grant select (id, user_id, name, device_type, backed_up, transports, aaguid, created_at) on auth_passkeys to calistheniq_app;
create policy auth_two_factors_own on auth_two_factors for select to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy auth_passkeys_own on auth_passkeys for select to calistheniq_app
  using (user_id = (select app.current_user_id()));
