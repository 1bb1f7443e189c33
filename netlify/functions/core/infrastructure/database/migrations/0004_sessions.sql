-- Training sessions: planned and done, set by set, and the day's summary of them.
-- user_id stands on every level of the tree, tied by composite keys, so that each policy is a comparison of one column.

create table workout_sessions (
  id uuid default gen_random_uuid() constraint workout_sessions_pkey primary key,
  user_id uuid not null,
  -- "today" is a question of the reader's clock, so only what is a fact is kept
  session_type varchar(20) not null generated always as (case when status = 'completed' then 'completed' else 'planned' end) stored,
  session_date date not null,
  scheduled_time time(0),
  duration_minutes integer,
  level_id integer,
  status varchar(20) not null default 'planned',
  started_at timestamptz,
  completed_at timestamptz,
  notes text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workout_sessions_id_user_key unique (id, user_id),
  constraint workout_sessions_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint workout_sessions_level_id_fkey foreign key (level_id) references workout_levels (id),
  constraint workout_sessions_status_check check (status in ('planned', 'in_progress', 'completed', 'skipped')),
  constraint workout_sessions_completed_at_check check ((status = 'completed') = (completed_at is not null)),
  constraint workout_sessions_started_at_check check (status <> 'in_progress' or started_at is not null),
  constraint workout_sessions_duration_minutes_check check (duration_minutes between 0 and 1440)
);

create index idx_workout_sessions_user_id on workout_sessions (user_id);
create index idx_workout_sessions_date_status on workout_sessions (session_date, status);
create index idx_workout_sessions_user_date on workout_sessions (user_id, session_date desc, id desc);
create index idx_workout_sessions_level_id on workout_sessions (level_id);

create table session_exercises (
  id uuid default gen_random_uuid() constraint session_exercises_pkey primary key,
  session_id uuid not null,
  user_id uuid not null,
  exercise_id uuid not null,
  exercise_order integer not null,

  planned_sets jsonb not null,
  planned_tempo varchar(20),
  planned_rest_seconds integer,
  planned_notes text,

  -- what the set logs say, in the brief form; null while nothing is logged
  actual_sets jsonb,
  actual_tempo varchar(20),
  actual_rest_seconds integer,
  actual_notes text,

  completed boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint session_exercises_id_user_key unique (id, user_id),
  -- deferred, so that a new order is one statement
  constraint session_exercises_order_key unique (session_id, exercise_order) deferrable initially deferred,
  constraint session_exercises_session_fkey foreign key (session_id, user_id)
    references workout_sessions (id, user_id) on delete cascade,
  constraint session_exercises_exercise_id_fkey foreign key (exercise_id) references exercises (id),
  constraint session_exercises_order_check check (exercise_order between 1 and 50),
  constraint session_exercises_planned_sets_check check (app.is_set_list(planned_sets)),
  constraint session_exercises_actual_sets_check check (jsonb_typeof(actual_sets) = 'array'),
  constraint session_exercises_planned_rest_check check (planned_rest_seconds between 0 and 3600),
  constraint session_exercises_actual_rest_check check (actual_rest_seconds between 0 and 3600)
);

create index idx_session_exercises_session_id on session_exercises (session_id);
create index idx_session_exercises_user_exercise on session_exercises (user_id, exercise_id);
create index idx_session_exercises_exercise_id on session_exercises (exercise_id);

create table exercise_set_logs (
  id uuid default gen_random_uuid() constraint exercise_set_logs_pkey primary key,
  session_exercise_id uuid not null,
  user_id uuid not null,
  set_number integer not null,
  -- which side worked, where the exercise is unilateral
  side varchar(5),

  planned_reps integer,
  actual_reps integer,
  planned_duration_seconds integer,
  actual_duration_seconds integer,

  -- added mass is positive, assistance negative
  weight_kg numeric(5, 2),
  rest_seconds integer,
  -- rating of perceived exertion, 1 to 10 in halves
  perceived_effort numeric(3, 1),
  -- 0 to 10, with the place where it hurt
  pain integer,
  pain_site varchar(20),
  notes text,
  completed_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  constraint exercise_set_logs_number_key unique nulls not distinct (session_exercise_id, set_number, side),
  constraint exercise_set_logs_session_exercise_fkey foreign key (session_exercise_id, user_id)
    references session_exercises (id, user_id) on delete cascade,
  constraint exercise_set_logs_set_number_check check (set_number between 1 and 100),
  constraint exercise_set_logs_side_check check (side in ('left', 'right')),
  constraint exercise_set_logs_actual_check check (num_nonnulls(actual_reps, actual_duration_seconds) = 1),
  constraint exercise_set_logs_planned_check check (num_nonnulls(planned_reps, planned_duration_seconds) <= 1),
  constraint exercise_set_logs_actual_reps_check check (actual_reps between 1 and 1000),
  constraint exercise_set_logs_actual_duration_check check (actual_duration_seconds between 1 and 3600),
  constraint exercise_set_logs_rest_seconds_check check (rest_seconds between 0 and 3600),
  constraint exercise_set_logs_perceived_effort_check check (perceived_effort between 1 and 10 and perceived_effort * 2 % 1 = 0),
  constraint exercise_set_logs_weight_kg_check check (weight_kg between -200 and 300),
  constraint exercise_set_logs_pain_check check (pain between 0 and 10),
  constraint exercise_set_logs_pain_site_check check (pain_site is null or pain is not null)
);

create index idx_exercise_set_logs_session_exercise_id on exercise_set_logs (session_exercise_id);
create index idx_exercise_set_logs_user_id on exercise_set_logs (user_id);

-- One row for each day that has a session that was not skipped; is_today is derived when read.
create table daily_workout_summary (
  id uuid default gen_random_uuid() constraint daily_workout_summary_pkey primary key,
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
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint daily_workout_summary_user_date_key unique (user_id, workout_date),
  constraint daily_workout_summary_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);

create index idx_daily_workout_summary_user_id on daily_workout_summary (user_id);
create index idx_daily_workout_summary_date on daily_workout_summary (workout_date);
create index idx_daily_workout_summary_user_date on daily_workout_summary (user_id, workout_date);

create trigger workout_sessions_touch before update on workout_sessions
  for each row execute function app.touch_updated_at();
create trigger session_exercises_touch before update on session_exercises
  for each row execute function app.touch_updated_at();
create trigger exercise_set_logs_touch before update on exercise_set_logs
  for each row execute function app.touch_updated_at();
create trigger daily_workout_summary_touch before update on daily_workout_summary
  for each row execute function app.touch_updated_at();

alter table workout_sessions enable row level security, force row level security;
alter table session_exercises enable row level security, force row level security;
alter table exercise_set_logs enable row level security, force row level security;
alter table daily_workout_summary enable row level security, force row level security;

create policy workout_sessions_own on workout_sessions to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy session_exercises_own on session_exercises to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy exercise_set_logs_own on exercise_set_logs to calistheniq_app
  using (user_id = (select app.current_user_id()));
create policy daily_workout_summary_own on daily_workout_summary to calistheniq_app
  using (user_id = (select app.current_user_id()));

create policy workout_sessions_operator on workout_sessions to calistheniq_operator using (true);
create policy session_exercises_operator on session_exercises to calistheniq_operator using (true);
create policy exercise_set_logs_operator on exercise_set_logs to calistheniq_operator using (true);
create policy daily_workout_summary_operator on daily_workout_summary to calistheniq_operator using (true);

grant select, insert, update, delete on workout_sessions, session_exercises, exercise_set_logs, daily_workout_summary
  to calistheniq_app, calistheniq_operator;
