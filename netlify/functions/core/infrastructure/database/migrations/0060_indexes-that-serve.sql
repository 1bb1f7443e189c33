--! no-transaction
-- Drops the indexes that no plan uses: each was written with every row of its table.

-- Foreign keys to the library. Nothing of the library is ever deleted (an exercise is retired), so nobody looks for
-- the rows that refer to it. Every planned exercise, decision and session wrote one of these for nothing.
drop index concurrently idx_session_exercises_exercise_id;
drop index concurrently idx_exercise_decisions_exercise_id;
drop index concurrently idx_workout_sessions_level_id;
drop index concurrently idx_user_exercise_configs_exercise_id;
drop index concurrently idx_user_current_levels_category_id;
drop index concurrently idx_user_current_levels_level;
drop index concurrently idx_personal_records_exercise_id;
drop index concurrently idx_level_tests_category_id;
drop index concurrently idx_level_tests_exercise_id;
drop index concurrently idx_goals_exercise_id;

-- Names of exercises are looked up by their trigrams, which serve equality too.
drop index concurrently idx_exercise_names_compact;

-- It repeated the unique constraint, whose index takes over its name.
drop index concurrently idx_daily_workout_summary_user_date;
alter index daily_workout_summary_user_date_key rename to idx_daily_workout_summary_user_date;

-- The third of the same columns becomes one that has all that curves of effort read, so that they do not visit a page
-- for each day: rows of an athlete lie between those of others.
create index concurrently idx_daily_workout_summary_effort on daily_workout_summary (user_id, workout_date)
  include (effort_au)
  where effort_au is not null;
drop index concurrently idx_daily_workout_summary_user_id;
alter index idx_daily_workout_summary_effort rename to idx_daily_workout_summary_user_id;
