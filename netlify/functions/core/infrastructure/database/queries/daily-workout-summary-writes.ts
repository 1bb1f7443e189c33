import type { SummedDifference } from '#domain/session/summed-difference.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'
import { type Days, sumsOf } from './daily-workout-summary-sums.js'

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
  sql: locked,
})

function locked({ userId }: { userId: AthleteId }) {
  return sql`
    select pg_advisory_xact_lock(hashtextextended('daily_workout_summary ' || ${userId}::uuid::text, 0))`
}

const writes = ({ userId, dates, now }: Days & { readonly now: Date }) => sql`
    emptied as (
      delete from daily_workout_summary
      where user_id = ${userId}::uuid
        and workout_date = any(${dates}::date[])
        and workout_date not in (select session_date from days)
    )
    insert into daily_workout_summary as stored (
      user_id, workout_date, planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets,
      completed_sets, extra_sets, total_reps, total_hold_seconds, total_duration_minutes, categories, is_completed,
      effort_au, sets_by_category, created_at, updated_at
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
      effort.effort_au,
      coalesce(work.sets_by_category, '{}'),
      ${now}::timestamptz,
      ${now}::timestamptz
    from days as day
    left join work_by_day as work on work.session_date = day.session_date
    left join effort_by_day as effort on effort.session_date = day.session_date`

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
      effort_au = excluded.effort_au,
      sets_by_category = excluded.sets_by_category,
      updated_at = excluded.updated_at
    where (
      stored.planned_sessions, stored.completed_sessions, stored.total_exercises, stored.completed_exercises,
      stored.planned_sets, stored.completed_sets, stored.extra_sets, stored.total_reps, stored.total_hold_seconds,
      stored.total_duration_minutes, stored.categories, stored.is_completed, stored.effort_au, stored.sets_by_category
    ) is distinct from (
      excluded.planned_sessions, excluded.completed_sessions, excluded.total_exercises, excluded.completed_exercises,
      excluded.planned_sets, excluded.completed_sets, excluded.extra_sets, excluded.total_reps, excluded.total_hold_seconds,
      excluded.total_duration_minutes, excluded.categories, excluded.is_completed, excluded.effort_au, excluded.sets_by_category
    )`

/**
 * Rewrites the summaries of the given local dates (`YYYY-MM-DD`) from sessions, exercises and set
 * logs: a day whose sums changed is updated, an equal one is left untouched, and a day that has no
 * session, or only skipped ones, loses its row. `listSummaryDrift` computes the same sums
 * independently of this statement, and `db:verify` compares the two.
 */
export const refreshDailySummaries = effect({
  name: 'refreshDailySummaries',
  sql: (asked: Days & { readonly now: Date }) => sql`${sumsOf(asked)} ${writes(asked)} ${onlyChanges}`,
})

type Addition = { userId: AthleteId; date: string; difference: SummedDifference; now: Date }

/**
 * Adds what changed in one session to the sums of its day, in place of `refreshDailySummaries`: it reads
 * no session, so a logged set costs the same whatever else the day holds.
 *
 * It waits for the same lock as a refresh, so that no refresh that has counted without this change
 * writes over it. The lock may be taken after the statement's snapshot: an update goes on from
 * what was committed last. A day whose sums are wrong stays wrong by as much, until the next refresh.
 */
export const addToDailySummary = effect({
  name: 'addToDailySummary',
  sql: ({ userId, date, difference, now }: Addition) => sql`
    with locked as materialized (${locked({ userId })})
    update daily_workout_summary as stored
    set completed_exercises = completed_exercises + ${difference.completedExercises}::integer,
      completed_sets = completed_sets + ${difference.completedSets}::integer,
      extra_sets = extra_sets + ${difference.extraSets}::integer,
      total_reps = total_reps + ${difference.reps}::integer,
      total_hold_seconds = total_hold_seconds + ${difference.holdSeconds}::integer,
      sets_by_category = sets_by_category || (
        select coalesce(
          jsonb_object_agg(
            added.category,
            jsonb_build_object(
              'planned', sets -> 'planned',
              'completed', (sets ->> 'completed')::integer + added.completed,
              'extra', (sets ->> 'extra')::integer + added.extra
            )
          ),
          '{}'
        )
        from json_to_recordset(${JSON.stringify(difference.categories)}::json)
          as added (category text, completed integer, extra integer)
        cross join lateral (select stored.sets_by_category -> added.category as sets) as those
        where sets is not null
      ),
      updated_at = ${now}::timestamptz
    from locked
    where stored.user_id = ${userId}::uuid and stored.workout_date = ${date}::date`,
})
