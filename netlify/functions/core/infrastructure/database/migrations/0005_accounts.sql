-- What the account service (Better Auth) keeps beside users: sessions of the browser kind, credentials, signing keys.
-- Nobody but the owner, as whom the account service connects, reads these tables.

create table auth_sessions (
  id uuid default gen_random_uuid() constraint auth_sessions_pkey primary key,
  user_id uuid not null,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_sessions_token_key unique (token),
  constraint auth_sessions_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_auth_sessions_user_id on auth_sessions (user_id);

create table auth_accounts (
  id uuid default gen_random_uuid() constraint auth_accounts_pkey primary key,
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
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_accounts_provider_account_key unique (provider_id, account_id),
  constraint auth_accounts_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_auth_accounts_user_id on auth_accounts (user_id);

create table auth_verifications (
  id uuid default gen_random_uuid() constraint auth_verifications_pkey primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index idx_auth_verifications_identifier on auth_verifications (identifier);

create table auth_jwks (
  id uuid default gen_random_uuid() constraint auth_jwks_pkey primary key,
  public_key text not null,
  private_key text not null,
  alg text,
  crv text,
  created_at timestamptz not null default now(),
  expires_at timestamptz
);

create table auth_rate_limits (
  id uuid default gen_random_uuid() constraint auth_rate_limits_pkey primary key,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint auth_rate_limits_key_key unique (key)
);

alter table auth_sessions enable row level security, force row level security;
alter table auth_accounts enable row level security, force row level security;
alter table auth_verifications enable row level security, force row level security;
alter table auth_jwks enable row level security, force row level security;
alter table auth_rate_limits enable row level security, force row level security;

create policy auth_sessions_accounts on auth_sessions to current_user using (true);
create policy auth_accounts_accounts on auth_accounts to current_user using (true);
create policy auth_verifications_accounts on auth_verifications to current_user using (true);
create policy auth_jwks_accounts on auth_jwks to current_user using (true);
create policy auth_rate_limits_accounts on auth_rate_limits to current_user using (true);

-- The public halves, by which every function verifies a token without asking the account service.
create view auth_public_keys with (security_barrier = true) as
  select id, public_key, alg, created_at, expires_at
  from auth_jwks;
grant select on auth_public_keys to calistheniq_app, calistheniq_operator;
