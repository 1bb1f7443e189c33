-- What a coach asks once: how often and how long, what can be added, what is wanted and what is not, and what there is at other places.
-- Places are part of the profile, under its version: they are few, and are read and written with it.

alter table users
  add column days_per_week integer,
  add column minutes_per_session integer,
  add column load_kg numeric(5, 2),
  add column skills text[] not null default '{}',
  -- without a foreign key, which arrays cannot have: what the library has no more is not shown
  add column disliked_exercise_ids uuid[] not null default '{}',
  add column places jsonb not null default '[]',
  add constraint users_days_per_week_check check (days_per_week between 1 and 7),
  add constraint users_minutes_per_session_check check (minutes_per_session between 5 and 180),
  add constraint users_load_kg_check check (load_kg between 0 and 200),
  add constraint users_places_check check (jsonb_typeof(places) = 'array');

grant update (days_per_week, minutes_per_session, load_kg, skills, disliked_exercise_ids, places) on users to calistheniq_app;
