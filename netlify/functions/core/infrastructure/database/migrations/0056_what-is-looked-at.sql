--! no-transaction
-- What an athlete asks for is found without visiting the rest of their history.

-- Sessions by their status and day: the newest that were completed, those in progress, those ahead. An index
-- on the athlete alone led through all of their sessions, and one on completed sessions is a part of this.
create index concurrently idx_workout_sessions_user_status on workout_sessions (user_id, status, session_date);
drop index concurrently idx_workout_sessions_user_id;
alter index idx_workout_sessions_user_status rename to idx_workout_sessions_user_id;
drop index concurrently idx_workout_sessions_user_completed;

-- Summaries by athlete and day, whichever index is chosen: on the athlete alone it led through all of their
-- days, and on the day alone through those of everybody.
create index concurrently idx_daily_workout_summary_user on daily_workout_summary (user_id, workout_date desc);
drop index concurrently idx_daily_workout_summary_user_id;
alter index idx_daily_workout_summary_user rename to idx_daily_workout_summary_user_id;
create index concurrently idx_daily_workout_summary_day on daily_workout_summary (workout_date, user_id);
drop index concurrently idx_daily_workout_summary_date;
alter index idx_daily_workout_summary_day rename to idx_daily_workout_summary_date;

-- Directives that were recorded since a moment, and what was said of an exercise of a session.
create index concurrently idx_events_user_directive on events (user_id, recorded_at)
  where type in (
    'workingSets.setByHand', 'decision.overridden', 'observation.confirmed', 'level.setByHand', 'level.assessed',
    'level.achieved', 'goal.set', 'goal.changed', 'goal.dropped'
  );
create index concurrently idx_events_user_amended on events (user_id, subject)
  where type in ('decision.overridden', 'observation.confirmed');
