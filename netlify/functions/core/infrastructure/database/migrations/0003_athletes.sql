-- Athletes: who they are, where they stand, and how they have made an exercise their own.

create table users (
  id uuid default gen_random_uuid() constraint users_pkey primary key,
  email varchar(255) not null,
  name varchar(100),
  email_verified boolean not null default false,
  image text,
  time_zone varchar(64) not null default 'UTC',
  body_mass_kg numeric(5, 2),
  equipment text[] not null default '{}',
  units varchar(10) not null default 'metric',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_email_key unique (email),
  constraint users_body_mass_kg_check check (body_mass_kg between 20 and 400),
  constraint users_units_check check (units in ('metric', 'imperial'))
);

create table user_current_levels (
  id uuid default gen_random_uuid() constraint user_current_levels_pkey primary key,
  user_id uuid not null,
  category_id integer not null,
  current_level integer not null,
  workout_level_id integer not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_current_levels_user_category_key unique (user_id, category_id),
  constraint user_current_levels_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint user_current_levels_category_id_fkey foreign key (category_id) references exercise_categories (id),
  -- the number and the row it stands for cannot drift apart
  constraint user_current_levels_level_fkey foreign key (current_level, workout_level_id)
    references workout_levels (level_order, id),
  constraint user_current_levels_current_level_check check (current_level between 0 and 5)
);

create index idx_user_current_levels_user_id on user_current_levels (user_id);
create index idx_user_current_levels_level on user_current_levels (current_level, workout_level_id);
create index idx_user_current_levels_category_id on user_current_levels (category_id);

create table user_exercise_configs (
  id uuid default gen_random_uuid() constraint user_exercise_configs_pkey primary key,
  user_id uuid not null,
  exercise_id uuid not null,
  -- null means: the library's default
  current_sets jsonb,
  current_tempo varchar(20),
  current_rest_seconds integer,
  current_notes text,
  is_mastered boolean not null default false,
  mastered_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_exercise_configs_user_exercise_key unique (user_id, exercise_id),
  constraint user_exercise_configs_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint user_exercise_configs_exercise_id_fkey foreign key (exercise_id) references exercises (id) on delete cascade,
  constraint user_exercise_configs_current_sets_check check (app.is_set_list(current_sets)),
  constraint user_exercise_configs_rest_check check (current_rest_seconds between 0 and 3600),
  constraint user_exercise_configs_mastered_check check (is_mastered = (mastered_at is not null))
);

create index idx_user_exercise_configs_user_id on user_exercise_configs (user_id);
create index idx_user_exercise_configs_exercise_id on user_exercise_configs (exercise_id);

create trigger users_touch before update on users
  for each row execute function app.touch_updated_at();
create trigger user_current_levels_touch before update on user_current_levels
  for each row execute function app.touch_updated_at();
create trigger user_exercise_configs_touch before update on user_exercise_configs
  for each row execute function app.touch_updated_at();

alter table users enable row level security, force row level security;
alter table user_current_levels enable row level security, force row level security;
alter table user_exercise_configs enable row level security, force row level security;

create policy users_own on users to calistheniq_app
  using (id = (select app.current_user_id()));
create policy user_current_levels_own on user_current_levels to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy user_exercise_configs_own on user_exercise_configs to calistheniq_app
  using (user_id = (select app.current_user_id()));

create policy users_operator on users to calistheniq_operator using (true);
create policy user_current_levels_operator on user_current_levels to calistheniq_operator using (true);
create policy user_exercise_configs_operator on user_exercise_configs to calistheniq_operator using (true);

-- Sign-up and sign-in run as the owner, before there is an athlete to act for.
create policy users_accounts on users to current_user using (true);

-- Email, verification and the account's end belong to the account service.
grant select on users to calistheniq_app;
grant update (name, time_zone, body_mass_kg, equipment, units, version, updated_at) on users to calistheniq_app;
grant select, insert, update, delete on user_current_levels, user_exercise_configs to calistheniq_app;
grant select, insert, update, delete on users, user_current_levels, user_exercise_configs to calistheniq_operator;
