-- Exports of large accounts, made in the background, part by part, and kept for a few days.

create table account_exports (
  id uuid constraint account_exports_pkey primary key,
  user_id uuid not null,
  -- the API key that asked for it; null where the athlete, signed in, did. Without a foreign key, as in events: one lock less
  key_id uuid,
  -- what whoever asked for it may read: it holds no more
  scopes text[] not null,
  -- what came later is left out, where it is known when a thing came
  reads_until timestamptz not null,
  -- what is done, and where the next part goes on: after this place among things of this kind; null at the beginning
  parts integer not null default 0,
  rows bigint not null default 0,
  entity varchar(40),
  place text[],
  -- attempts at the next part
  attempts integer not null default 0,
  -- whoever makes the next part holds the export until then, so that two do not make it at once
  claimed_until timestamptz,
  served_at timestamptz,
  ready_at timestamptz,
  failed_at timestamptz,
  failure varchar(20),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  constraint account_exports_id_user_key unique (id, user_id),
  constraint account_exports_state_check check (num_nonnulls(ready_at, failed_at) <= 1),
  constraint account_exports_failure_check check ((failed_at is null) = (failure is null)),
  constraint account_exports_failures_check check (failure in ('key_ended', 'gave_up')),
  constraint account_exports_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_account_exports_user on account_exports (user_id, created_at desc, id desc);
create index idx_account_exports_due on account_exports (coalesce(served_at, created_at), id)
  where ready_at is null and failed_at is null;
create index idx_account_exports_expires_at on account_exports (expires_at);

create table account_export_parts (
  export_id uuid not null,
  number integer not null,
  user_id uuid not null,
  rows integer not null,
  content bytea not null,
  bytes integer not null generated always as (octet_length(content)) stored,
  sha256 varchar(64) not null generated always as (encode(sha256(content), 'hex')) stored,
  constraint account_export_parts_pkey primary key (export_id, number),
  constraint account_export_parts_number_check check (number >= 1),
  constraint account_export_parts_content_check check (octet_length(content) between 1 and 4194304),
  constraint account_export_parts_export_fkey
    foreign key (export_id, user_id) references account_exports (id, user_id) on delete cascade,
  constraint account_export_parts_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_account_export_parts_user on account_export_parts (user_id);
-- a ZIP does not become smaller
alter table account_export_parts alter column content set storage external;

alter table account_exports enable row level security, force row level security;
create policy account_exports_own on account_exports to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy account_exports_operator on account_exports to calistheniq_operator using (true);
grant select, insert, delete on account_exports to calistheniq_app;
grant select, insert, update, delete on account_exports to calistheniq_operator;

-- athletes read parts, and only the operator makes them
alter table account_export_parts enable row level security, force row level security;
create policy account_export_parts_own on account_export_parts to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy account_export_parts_operator on account_export_parts to calistheniq_operator using (true);
grant select on account_export_parts to calistheniq_app;
grant select, insert, update, delete on account_export_parts to calistheniq_operator;
