import { countedKinds } from '#domain/effort/set-counts.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'
import { joinCategory } from './exercise-columns.js'

/**
 * Makes batches that sum up an athlete's days wait for each other; the lock is held until the batch
 * ends.
 *
 * It stands directly before `refreshDailySummaries` in the batch: in read committed each statement
 * sees what was committed when it began, so a batch that waited here counts what the other one
 * wrote. Without it, two sets logged at once to two sessions of one day would each be missing from
 * the other's sum.
 */
export const lockDailySummaries = effect({
  name: 'lockDailySummaries',
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select pg_advisory_xact_lock(hashtextextended('daily_workout_summary ' || ${userId}::uuid::text, 0))`,
})

type Days = { readonly userId: AthleteId; readonly dates: readonly string[] }

/** Looks the exercises of each session up by themselves (see `listCategorySets`). */
const exercisesOfEach = sql`
      cross join lateral (
        select id, exercise_id, completed, jsonb_array_length(planned_sets) as planned
        from session_exercises
        where session_id = session.id
        offset 0
      ) as item`

/**
 * Adds up the sets of each exercise: two sides of one number count once, warm-ups and drop sets are
 * work without being sets, and an amount without a side was done by both where there are two.
 * Looks the sets of each exercise up by themselves (see `listCategorySets`).
 */
const performedOfEach = sql`
      cross join lateral (
        select
          count(distinct log.set_number) filter (where log.kind = any (${countedKinds}::text[])) as sets,
          coalesce(sum(log.actual_reps * times.done), 0) as reps,
          coalesce(sum(log.actual_duration_seconds * times.done), 0) as hold_seconds
        from (
          select set_number, side, kind, actual_reps, actual_duration_seconds
          from exercise_set_logs
          where session_exercise_id = item.id
          offset 0
        ) as log
        cross join lateral (select case when exercise.unilateral and log.side is null then 2 else 1 end as done) as times
      ) as performed`

const sums = ({ userId, dates }: Days) => sql`
    with sessions as (
      select id, session_date, status, duration_minutes
      from workout_sessions
      where user_id = ${userId}::uuid
        and session_date = any(${dates}::date[])
        and status <> 'skipped'
    ),
    work_by_day as (
      select
        session.session_date,
        count(*)::integer as total_exercises,
        (count(*) filter (where item.completed))::integer as completed_exercises,
        sum(item.planned)::integer as planned_sets,
        sum(least(performed.sets, item.planned))::integer as completed_sets,
        sum(greatest(performed.sets - item.planned, 0))::integer as extra_sets,
        sum(performed.reps)::integer as total_reps,
        sum(performed.hold_seconds)::integer as total_hold_seconds,
        array_agg(distinct category.name::text collate "C" order by category.name::text collate "C") as categories
      from sessions as session
      ${exercisesOfEach}
      join exercises as exercise on exercise.id = item.exercise_id
      ${joinCategory}
      ${performedOfEach}
      group by session.session_date
    ),
    days as (
      select
        session_date,
        count(*)::integer as planned_sessions,
        (count(*) filter (where status = 'completed'))::integer as completed_sessions,
        coalesce(sum(duration_minutes) filter (where status = 'completed'), 0)::integer as total_duration_minutes,
        bool_and(status = 'completed') as is_completed
      from sessions
      group by session_date
    ),`

const writes = ({ userId, dates, now }: Days & { readonly now: Date }) => sql`
    emptied as (
      delete from daily_workout_summary
      where user_id = ${userId}::uuid
        and workout_date = any(${dates}::date[])
        and workout_date not in (select session_date from days)
    )
    insert into daily_workout_summary as stored (
      user_id, workout_date, planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets,
      completed_sets, extra_sets, total_reps, total_hold_seconds, total_duration_minutes, categories, is_completed, created_at, updated_at
    )
    select
      ${userId}::uuid,
      day.session_date,
      day.planned_sessions,
      day.completed_sessions,
      coalesce(work.total_exercises, 0),
      coalesce(work.completed_exercises, 0),
      coalesce(work.planned_sets, 0),
      coalesce(work.completed_sets, 0),
      coalesce(work.extra_sets, 0),
      coalesce(work.total_reps, 0),
      coalesce(work.total_hold_seconds, 0),
      day.total_duration_minutes,
      coalesce(work.categories, '{}'),
      day.is_completed,
      ${now}::timestamptz,
      ${now}::timestamptz
    from days as day
    left join work_by_day as work on work.session_date = day.session_date`

const onlyChanges = sql`
    on conflict (user_id, workout_date) do update set
      planned_sessions = excluded.planned_sessions,
      completed_sessions = excluded.completed_sessions,
      total_exercises = excluded.total_exercises,
      completed_exercises = excluded.completed_exercises,
      planned_sets = excluded.planned_sets,
      completed_sets = excluded.completed_sets,
      extra_sets = excluded.extra_sets,
      total_reps = excluded.total_reps,
      total_hold_seconds = excluded.total_hold_seconds,
      total_duration_minutes = excluded.total_duration_minutes,
      categories = excluded.categories,
      is_completed = excluded.is_completed,
      updated_at = excluded.updated_at
    where (
      stored.planned_sessions, stored.completed_sessions, stored.total_exercises, stored.completed_exercises,
      stored.planned_sets, stored.completed_sets, stored.extra_sets, stored.total_reps, stored.total_hold_seconds,
      stored.total_duration_minutes, stored.categories, stored.is_completed
    ) is distinct from (
      excluded.planned_sessions, excluded.completed_sessions, excluded.total_exercises, excluded.completed_exercises,
      excluded.planned_sets, excluded.completed_sets, excluded.extra_sets, excluded.total_reps, excluded.total_hold_seconds,
      excluded.total_duration_minutes, excluded.categories, excluded.is_completed
    )`

/**
 * Rewrites the summaries of the given local dates (`YYYY-MM-DD`) from sessions, exercises and set
 * logs: a day whose sums changed is updated, an equal one is left untouched, and a day that has no
 * session, or only skipped ones, loses its row. `listSummaryDrift` computes the same sums
 * independently of this statement, and `db:verify` compares the two.
 */
export const refreshDailySummaries = effect({
  name: 'refreshDailySummaries',
  sql: (days: Days & { readonly now: Date }) => sql`${sums(days)} ${writes(days)} ${onlyChanges}`,
})
