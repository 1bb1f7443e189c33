import { countedKinds } from '#domain/effort/set-counts.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { sql } from '../statement.js'
import { joinCategory } from './exercise-columns.js'

/** The days of an athlete, as local dates (`YYYY-MM-DD`). */
export type Days = { readonly userId: AthleteId; readonly dates: readonly string[] }

/**
 * Looks the exercises of each session up by themselves. `offset 0` keeps them a lookup of their own:
 * joined freely, they may be sought among all that the athlete has, once for each session.
 */
const exercisesOfEach = sql`
      cross join lateral (
        select id, exercise_id, completed, jsonb_array_length(planned_sets) as planned
        from session_exercises
        where session_id = session.id
        offset 0
      ) as item`

/**
 * Adds up the sets of each exercise: two sides of one number count once, warm-ups and drop sets are
 * work without being sets, and an amount without a side was done by both where there are two. How hard
 * it was is told by each side of what counts as a set. Looks the sets of each exercise up by themselves.
 */
const performedOfEach = sql`
      cross join lateral (
        select
          count(distinct log.set_number) filter (where log.is_counted) as sets,
          sum(log.perceived_effort) filter (where log.is_counted) as rpe_sum,
          count(log.perceived_effort) filter (where log.is_counted) as ratings,
          coalesce(sum(log.actual_reps * times.done), 0) as reps,
          coalesce(sum(log.actual_duration_seconds * times.done), 0) as hold_seconds
        from (
          select
            set_number, side, actual_reps, actual_duration_seconds, perceived_effort,
            kind = any (${countedKinds}::text[]) as is_counted
          from exercise_set_logs
          where session_exercise_id = item.id
          offset 0
        ) as log
        cross join lateral (select case when exercise.unilateral and log.side is null then 2 else 1 end as done) as times
      ) as performed`

/** The exercises of the days, each with what was done of it. */
const itemsOf = ({ userId, dates }: Days) => sql`
    with sessions as (
      select id, session_date, status, completed_at, duration_minutes
      from workout_sessions
      where user_id = ${userId}::uuid
        and session_date = any(${dates}::date[])
        and status <> 'skipped'
    ),
    items as (
      select
        session.id as session_id,
        session.session_date,
        category.name::text collate "C" as category,
        item.completed,
        item.planned,
        performed.*
      from sessions as session
      ${exercisesOfEach}
      join exercises as exercise on exercise.id = item.exercise_id
      ${joinCategory}
      ${performedOfEach}
    ),`

const work = sql`
    work_by_category as (
      select
        session_date,
        category,
        count(*) as exercises,
        count(*) filter (where completed) as exercises_completed,
        sum(planned) as planned,
        sum(least(sets, planned)) as completed,
        sum(greatest(sets - planned, 0)) as extra,
        sum(reps) as reps,
        sum(hold_seconds) as hold_seconds
      from items
      group by session_date, category
    ),
    work_by_day as (
      select
        session_date,
        sum(exercises)::integer as total_exercises,
        sum(exercises_completed)::integer as completed_exercises,
        sum(planned)::integer as planned_sets,
        sum(completed)::integer as completed_sets,
        sum(extra)::integer as extra_sets,
        sum(reps)::integer as total_reps,
        sum(hold_seconds)::integer as total_hold_seconds,
        array_agg(category order by category) as categories,
        jsonb_object_agg(
          category,
          jsonb_build_object('planned', planned, 'completed', completed, 'extra', extra)
        ) as sets_by_category
      from work_by_category
      group by session_date
    ),`

/**
 * What each day asked of the athlete, as `effortOf` computes it for a session and `dailyLoads` adds it
 * up: in double precision, and in the order of the sessions, so that both agree to the last bit.
 */
const efforts = sql`
    efforts as (
      select
        session.id,
        session.session_date,
        session.completed_at,
        sum(items.rpe_sum)::double precision / nullif(sum(items.ratings), 0)::double precision
          * session.duration_minutes as au
      from sessions as session
      join items on items.session_id = session.id
      where session.status = 'completed'
      group by session.id, session.session_date, session.completed_at, session.duration_minutes
    ),
    effort_by_day as (
      select session_date, sum(au order by completed_at, id) as effort_au
      from efforts
      group by session_date
    ),`

const days = sql`
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

/**
 * Adds up the given days from sessions, exercises and set logs, as three tables by `session_date`:
 * `days`, `work_by_day` where there are exercises, and `effort_by_day` where a session is completed.
 * What follows is the rest of a `with`.
 */
export const sumsOf = (asked: Days) => sql`${itemsOf(asked)} ${work} ${efforts} ${days}`
