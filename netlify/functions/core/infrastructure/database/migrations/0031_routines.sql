-- Routines: workouts that athletes keep and plan again. A routine is read and written whole, and nothing is decided by what stands in it, so
-- its exercises are one document; each names its exercise by id, which no renaming changes.

create table routines (
  id uuid constraint routines_pkey primary key,
  user_id uuid not null,
  name varchar(100) not null,
  notes text,
  exercises jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint routines_exercises_check check (jsonb_typeof(exercises) = 'array'),
  constraint routines_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);
create index idx_routines_user on routines (user_id, created_at desc, id desc);

alter table routines enable row level security, force row level security;
create policy routines_own on routines to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy routines_operator on routines to calistheniq_operator using (true);
grant select, insert, update, delete on routines to calistheniq_app, calistheniq_operator;
