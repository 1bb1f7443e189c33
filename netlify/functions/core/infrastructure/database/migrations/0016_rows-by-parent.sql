--! no-transaction
-- Rows are found by their parent, whatever PostgreSQL knows about an athlete. Row-level security adds
-- the athlete to every condition, so that an index on the athlete alone competes with the one on the
-- parent. Where both seem to find one row, each of n sessions may read everything the athlete has.

create index concurrently idx_session_exercises_session_user on session_exercises (session_id, user_id);
drop index concurrently idx_session_exercises_session_id;
alter index idx_session_exercises_session_user rename to idx_session_exercises_session_id;

create index concurrently idx_exercise_set_logs_exercise_user on exercise_set_logs (session_exercise_id, user_id);
drop index concurrently idx_exercise_set_logs_session_exercise_id;
alter index idx_exercise_set_logs_exercise_user rename to idx_exercise_set_logs_session_exercise_id;

create index concurrently idx_exercise_decisions_session_user on exercise_decisions (session_id, user_id);
drop index concurrently idx_exercise_decisions_session;
alter index idx_exercise_decisions_session_user rename to idx_exercise_decisions_session;

-- Without statistics of this column an athlete counts as a two-hundredth of the table. With them, one
-- whom they do not know yet counts as one row, and joins are planned for that.
alter table workout_sessions alter column user_id set statistics 0;
alter table session_exercises alter column user_id set statistics 0;
alter table exercise_set_logs alter column user_id set statistics 0;
alter table exercise_decisions alter column user_id set statistics 0;
alter table events alter column user_id set statistics 0;
alter table webhook_deliveries alter column user_id set statistics 0;

-- What was collected before would be used for ever. Older servers can only forget it with the table.
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    perform pg_clear_attribute_stats('public', relname::text, 'user_id', false)
    from pg_class
    where oid = any ('{workout_sessions, session_exercises, exercise_set_logs, exercise_decisions, events, webhook_deliveries}'::regclass[]);
  end if;
end
$$;
