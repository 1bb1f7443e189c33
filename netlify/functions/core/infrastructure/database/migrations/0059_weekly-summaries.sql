-- What athletes did by ISO week, added up from the summaries of their days: what reports over all athletes read.
-- An athlete's own weeks are read from their days, exactly.

-- Row-level security does not hold for materialized views, so the operator owns this one and nobody else reads it. An
-- owner of the tables who is no superuser sees no row of the days, and could not fill it.
grant create on schema public to calistheniq_operator;
set local role calistheniq_operator;

create materialized view weekly_workout_summary as
select
  user_id,
  workout_date - (extract(isodow from workout_date)::integer - 1) as week_start,
  sum(planned_sessions)::integer as planned_sessions,
  sum(completed_sessions)::integer as completed_sessions,
  sum(planned_sets)::integer as planned_sets,
  sum(completed_sets + extra_sets)::integer as performed_sets,
  sum(total_reps)::integer as total_reps,
  sum(total_hold_seconds)::integer as total_hold_seconds,
  sum(total_duration_minutes)::integer as total_duration_minutes
from daily_workout_summary
group by user_id, workout_date - (extract(isodow from workout_date)::integer - 1);

-- without it readers would wait while the view is refreshed
create unique index weekly_workout_summary_key on weekly_workout_summary (week_start, user_id);

reset role;
revoke create on schema public from calistheniq_operator;

-- Brings the view up to date, and remembers as of when it is with the view, because no backup holds either. Only rows
-- that differ are written.
create function app.refresh_weekly_summaries(as_of timestamptz) returns void
  language plpgsql
as $$
begin
  refresh materialized view concurrently public.weekly_workout_summary;
  execute format('comment on materialized view public.weekly_workout_summary is %L', as_of);
end
$$;
revoke execute on function app.refresh_weekly_summaries from public;
grant execute on function app.refresh_weekly_summaries to calistheniq_operator;
