--! no-transaction
-- Summaries keep what a day asked of the athlete, in AU, and its sets by category, so that nobody has to
-- add up set logs again. Effort is the mean RPE of the rated sets of a session (without warm-ups and drop
-- sets) times its minutes, added up over the day's completed sessions; null where none has both.

alter table daily_workout_summary
  add column effort_au double precision,
  add column sets_by_category jsonb not null default '{}';

-- Athlete by athlete, behind the lock under which requests sum up days.
do $$
declare
  athlete uuid;
begin
  for athlete in select distinct user_id from daily_workout_summary loop
    perform pg_advisory_xact_lock(hashtextextended('daily_workout_summary ' || athlete::text, 0));
    with items as (
      select
        session.id as session_id,
        session.session_date,
        category.name::text as category,
        jsonb_array_length(item.planned_sets) as planned,
        performed.sets,
        performed.rpe_sum,
        performed.ratings
      from workout_sessions as session
      join session_exercises as item on item.session_id = session.id and item.user_id = session.user_id
      join exercises as exercise on exercise.id = item.exercise_id
      join exercise_categories as category on category.id = exercise.category_id
      cross join lateral (
        select
          count(distinct set_number) as sets,
          sum(perceived_effort) as rpe_sum,
          count(perceived_effort) as ratings
        from exercise_set_logs
        where session_exercise_id = item.id and user_id = item.user_id and kind in ('working', 'failure')
      ) as performed
      where session.user_id = athlete and session.status <> 'skipped'
    ),
    counts as (
      select
        session_date,
        category,
        jsonb_build_object(
          'planned', sum(planned),
          'completed', sum(least(sets, planned)),
          'extra', sum(greatest(sets - planned, 0))
        ) as sets
      from items
      group by session_date, category
    ),
    counted_days as (
      select session_date, jsonb_object_agg(category, sets) as sets_by_category
      from counts
      group by session_date
    ),
    efforts as (
      select
        session.id,
        session.session_date,
        session.completed_at,
        sum(items.rpe_sum)::double precision / nullif(sum(items.ratings), 0)::double precision
          * session.duration_minutes as au
      from workout_sessions as session
      join items on items.session_id = session.id
      where session.status = 'completed'
      group by session.id
    ),
    rated_days as (
      select session_date, sum(au order by completed_at, id) as effort_au
      from efforts
      group by session_date
    ),
    days as (
      select summary.id, rated.effort_au, coalesce(counted.sets_by_category, '{}') as sets_by_category
      from daily_workout_summary as summary
      left join counted_days as counted on counted.session_date = summary.workout_date
      left join rated_days as rated on rated.session_date = summary.workout_date
      where summary.user_id = athlete
    )
    update daily_workout_summary as stored
    set effort_au = day.effort_au, sets_by_category = day.sets_by_category
    from days as day
    where stored.id = day.id
      and (stored.effort_au, stored.sets_by_category) is distinct from (day.effort_au, day.sets_by_category);
    commit;
  end loop;
end
$$;

-- The day of an athlete's first completed session, and the newest before a day.
create index concurrently idx_workout_sessions_user_completed on workout_sessions (user_id, session_date)
  where status = 'completed';
