--! no-transaction
-- Summaries count sets: two sides of one number once, warm-ups and drop sets not at all, and what goes
-- beyond the plan apart from it. Reps and seconds without a side were done by both, where there are two.

alter table daily_workout_summary add column extra_sets integer not null default 0;

-- Athlete by athlete, behind the lock under which requests sum up days. Days that stay equal are left alone.
do $$
declare
  athlete uuid;
begin
  for athlete in select distinct user_id from daily_workout_summary loop
    perform pg_advisory_xact_lock(hashtextextended('daily_workout_summary ' || athlete::text, 0));
    with items as (
      select
        session.session_date,
        jsonb_array_length(item.planned_sets) as planned,
        count(distinct log.set_number) filter (where log.kind in ('working', 'failure')) as sets,
        coalesce(sum(log.actual_reps * times.done), 0) as reps,
        coalesce(sum(log.actual_duration_seconds * times.done), 0) as hold_seconds
      from workout_sessions as session
      join session_exercises as item on item.session_id = session.id and item.user_id = session.user_id
      join exercises as exercise on exercise.id = item.exercise_id
      left join exercise_set_logs as log on log.session_exercise_id = item.id and log.user_id = item.user_id
      cross join lateral (select case when exercise.unilateral and log.side is null then 2 else 1 end as done) as times
      where session.user_id = athlete and session.status <> 'skipped'
      group by session.id, item.id
    ),
    days as (
      select
        session_date,
        sum(least(sets, planned)) as completed_sets,
        sum(greatest(sets - planned, 0)) as extra_sets,
        sum(reps) as total_reps,
        sum(hold_seconds) as total_hold_seconds
      from items
      group by session_date
    )
    update daily_workout_summary as stored
    set completed_sets = day.completed_sets,
      extra_sets = day.extra_sets,
      total_reps = day.total_reps,
      total_hold_seconds = day.total_hold_seconds
    from days as day
    where stored.user_id = athlete
      and stored.workout_date = day.session_date
      and (stored.completed_sets, stored.extra_sets, stored.total_reps, stored.total_hold_seconds)
        is distinct from (day.completed_sets, day.extra_sets, day.total_reps, day.total_hold_seconds);
    commit;
  end loop;
end
$$;
