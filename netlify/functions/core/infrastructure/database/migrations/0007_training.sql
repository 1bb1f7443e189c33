-- What training decisions rest on, and what they lead to. Facts: completed sessions with the standard they were judged by,
-- check-ins, body mass, level tests, goals. Derived from facts, and rebuilt from them: everything marked "derived".

-- The rules and the library's standard in force when a session was completed, so that a later change of either takes nothing away.
alter table workout_sessions
  add column rules_version varchar(20);
alter table session_exercises
  -- given by the athlete or by the working sets; only the latter follow when the working sets change
  add column planned_from varchar(10) not null default 'given',
  add column standard_sets jsonb,
  add column standard_difficulty numeric(4, 2),
  add constraint session_exercises_planned_from_check check (planned_from in ('working', 'given')),
  add constraint session_exercises_standard_sets_check check (app.is_set_list(standard_sets));

-- derived, beside current_sets, is_mastered and mastered_at: where the athlete stands in the exercise
alter table user_exercise_configs
  add column over_streak integer not null default 0,
  add column fail_streak integer not null default 0,
  add column mastery_count integer not null default 0,
  add column sessions_count integer not null default 0,
  add column last_session_on date,
  add column last_decision varchar(20);

-- derived from tests and from what the athlete set by hand
alter table user_current_levels
  add column source varchar(10) not null default 'hand',
  add column set_on date,
  add constraint user_current_levels_source_check check (source in ('hand', 'test', 'placement'));

-- Counts the changes of an athlete's training facts: whoever decides by the journal commits only if nobody else changed it since.
create table training_versions (
  user_id uuid constraint training_versions_pkey primary key,
  version integer not null,
  constraint training_versions_user_id_fkey foreign key (user_id) references users (id) on delete cascade
);

-- derived: one Gaussian on the level axis per category, at the day of its last observation
create table user_abilities (
  user_id uuid not null,
  category_id integer not null,
  mean double precision not null,
  variance double precision not null,
  observed_on date,
  sessions_count integer not null,
  last_session_on date,
  constraint user_abilities_pkey primary key (user_id, category_id),
  constraint user_abilities_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint user_abilities_category_id_fkey foreign key (category_id) references exercise_categories (id),
  constraint user_abilities_variance_check check (variance > 0)
);

-- derived: what was decided after each exercise of each completed session, and why
create table exercise_decisions (
  session_exercise_id uuid constraint exercise_decisions_pkey primary key,
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
  overridden boolean not null default false,
  -- too far from what was known to be used for the ability before the athlete confirms or corrects it
  held_for_review boolean not null default false,
  constraint exercise_decisions_session_exercise_fkey foreign key (session_exercise_id, user_id)
    references session_exercises (id, user_id) on delete cascade,
  constraint exercise_decisions_exercise_id_fkey foreign key (exercise_id) references exercises (id)
);
create index idx_exercise_decisions_user_exercise on exercise_decisions (user_id, exercise_id, decided_on desc);
create index idx_exercise_decisions_session on exercise_decisions (session_id);
create index idx_exercise_decisions_exercise_id on exercise_decisions (exercise_id);

-- derived: the best of each kind, with the set that made it
create table personal_records (
  user_id uuid not null,
  exercise_id uuid not null,
  kind varchar(20) not null,
  value double precision not null,
  achieved_on date not null,
  session_id uuid not null,
  set_id uuid not null,
  constraint personal_records_pkey primary key (user_id, exercise_id, kind),
  constraint personal_records_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint personal_records_exercise_id_fkey foreign key (exercise_id) references exercises (id),
  constraint personal_records_kind_check check (kind in ('reps', 'hold', 'added-weight'))
);
create index idx_personal_records_exercise_id on personal_records (exercise_id);

-- facts
create table body_mass_entries (
  user_id uuid not null,
  measured_on date not null,
  body_mass_kg numeric(5, 2) not null,
  recorded_at timestamptz not null,
  constraint body_mass_entries_pkey primary key (user_id, measured_on),
  constraint body_mass_entries_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint body_mass_entries_body_mass_kg_check check (body_mass_kg between 20 and 400)
);

create table level_tests (
  id uuid constraint level_tests_pkey primary key,
  user_id uuid not null,
  category_id integer not null,
  exercise_id uuid not null,
  from_level integer not null,
  tested_on date not null,
  tested_at timestamptz not null,
  actual_sets jsonb not null,
  rpe_last numeric(3, 1),
  pain integer not null,
  placement boolean not null,
  passed boolean not null,
  rules_version varchar(20) not null,
  constraint level_tests_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint level_tests_category_id_fkey foreign key (category_id) references exercise_categories (id),
  constraint level_tests_exercise_id_fkey foreign key (exercise_id) references exercises (id),
  constraint level_tests_from_level_check check (from_level between 0 and 5)
);
create index idx_level_tests_user_category on level_tests (user_id, category_id, tested_at desc);
create index idx_level_tests_category_id on level_tests (category_id);
create index idx_level_tests_exercise_id on level_tests (exercise_id);

create table check_ins (
  id uuid constraint check_ins_pkey primary key,
  user_id uuid not null,
  checked_on date not null,
  sleep integer,
  fatigue integer,
  stress integer,
  soreness integer,
  resting_heart_rate_bpm integer,
  hrv_rmssd_ms numeric(5, 1),
  pain integer,
  pain_site varchar(20),
  notes text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint check_ins_user_date_key unique (user_id, checked_on),
  constraint check_ins_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint check_ins_items_check check (
    sleep between 1 and 5 and fatigue between 1 and 5 and stress between 1 and 5 and soreness between 1 and 5),
  constraint check_ins_heart_check check (resting_heart_rate_bpm between 20 and 250 and hrv_rmssd_ms between 1 and 500),
  constraint check_ins_pain_check check (pain between 0 and 10)
);

create table deloads (
  id uuid constraint deloads_pkey primary key,
  user_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  triggers text[] not null,
  rules_version varchar(20) not null,
  created_at timestamptz not null default now(),
  constraint deloads_user_start_key unique (user_id, starts_on),
  constraint deloads_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint deloads_dates_check check (ends_on >= starts_on)
);

create table goals (
  id uuid constraint goals_pkey primary key,
  user_id uuid not null,
  kind varchar(20) not null,
  exercise_id uuid,
  -- reps, seconds, or sessions a week; null for a skill
  target double precision,
  deadline date,
  status varchar(10) not null default 'open',
  set_on date not null,
  reached_on date,
  notes text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint goals_user_id_fkey foreign key (user_id) references users (id) on delete cascade,
  constraint goals_exercise_id_fkey foreign key (exercise_id) references exercises (id),
  constraint goals_kind_check check (kind in ('reps', 'hold', 'skill', 'consistency')),
  constraint goals_exercise_check check ((kind = 'consistency') = (exercise_id is null)),
  constraint goals_target_check check ((kind = 'skill') = (target is null) and target > 0),
  constraint goals_status_check check (status in ('open', 'reached', 'dropped')),
  constraint goals_reached_check check ((status = 'reached') = (reached_on is not null))
);
create index idx_goals_user on goals (user_id, set_on desc, id desc);
create index idx_goals_exercise_id on goals (exercise_id);

create trigger check_ins_touch before update on check_ins
  for each row execute function app.touch_updated_at();
create trigger goals_touch before update on goals
  for each row execute function app.touch_updated_at();

do $$
declare
  personal text;
begin
  foreach personal in array array['training_versions', 'user_abilities', 'exercise_decisions', 'personal_records', 'body_mass_entries',
                                  'level_tests', 'check_ins', 'deloads', 'goals'] loop
    execute format('alter table %I enable row level security, force row level security', personal);
    execute format('create policy %I on %I to calistheniq_app using (user_id = (select app.current_user_id()))',
                   personal || '_own', personal);
    execute format('create policy %I on %I to calistheniq_operator using (true)', personal || '_operator', personal);
    execute format('grant select, insert, update, delete on %I to calistheniq_app, calistheniq_operator', personal);
  end loop;
end
$$;
