import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'
import type { DaySummary } from '#domain/progress/day-summary.schema.js'
import type { CategorySets } from '#domain/progress/week-report.schema.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { joinCategory } from './exercise-columns.js'

/** A stored day, with its sets by category, and the athlete's time zone. */
export type LivedDay = DaySummary & { readonly timeZone: string; readonly categorySets: readonly CategorySets[] }

const SetCounts = z.object({ planned: z.number(), completed: z.number(), extra: z.number() })

type DaysPage = { userId: AthleteId; from: string; to: string; after: string | null; limit: number }

/**
 * Lists the days on which an athlete has at least one session that was not skipped, in order, with
 * the athlete's time zone.
 */
export const listDaySummaries = many({
  name: 'listDaySummaries',
  row: z.object({
    time_zone: z.string(),
    date: z.string(),
    planned_sessions: z.number(),
    completed_sessions: z.number(),
    total_exercises: z.number(),
    completed_exercises: z.number(),
    planned_sets: z.number(),
    completed_sets: z.number(),
    extra_sets: z.number(),
    total_reps: z.number(),
    total_hold_seconds: z.number(),
    total_duration_minutes: z.number(),
    categories: z.array(Category),
    is_completed: z.boolean(),
    sets_by_category: z.partialRecord(Category, SetCounts),
  }),
  sql: ({ userId, from, to, after, limit }: DaysPage) => sql`
    select
      athlete.time_zone,
      summary.workout_date::text as date,
      summary.planned_sessions,
      summary.completed_sessions,
      summary.total_exercises,
      summary.completed_exercises,
      summary.planned_sets,
      summary.completed_sets,
      summary.extra_sets,
      summary.total_reps,
      summary.total_hold_seconds,
      summary.total_duration_minutes,
      summary.categories,
      summary.is_completed,
      summary.sets_by_category
    from daily_workout_summary as summary
    join users as athlete on athlete.id = summary.user_id
    where summary.user_id = ${userId}::uuid
      and summary.workout_date between ${from}::date and ${to}::date
      and (${after}::date is null or summary.workout_date > ${after}::date)
    order by summary.workout_date
    limit ${limit}::integer`,
  map: (row): LivedDay => ({
    timeZone: row.time_zone,
    date: row.date,
    plannedSessions: row.planned_sessions,
    completedSessions: row.completed_sessions,
    totalExercises: row.total_exercises,
    completedExercises: row.completed_exercises,
    plannedSets: row.planned_sets,
    completedSets: row.completed_sets,
    extraSets: row.extra_sets,
    totalReps: row.total_reps,
    totalHoldSeconds: row.total_hold_seconds,
    totalDurationMinutes: row.total_duration_minutes,
    categories: row.categories,
    isCompleted: row.is_completed,
    categorySets: row.categories.flatMap((category) => {
      const sets = row.sets_by_category[category]
      if (!sets) return []
      return [{ category, plannedSets: sets.planned, completedSets: sets.completed, extraSets: sets.extra }]
    }),
  }),
})

const SummaryDrift = z.object({
  user_id: z.string(),
  workout_date: z.string(),
  /** The stored row without ids and timestamps; null when there is none. */
  stored: z.record(z.string(), z.unknown()).nullable(),
  /**
   * What sessions and set logs add up to; null when the day has no session, or only skipped ones.
   */
  from_logs: z.record(z.string(), z.unknown()).nullable(),
})

/** The athlete to check; null checks all. */
type DriftScope = { userId: AthleteId | null }

/** What was done of each exercise of a session. */
const itemSums = ({ userId }: DriftScope) => sql`
    with performed as (
      select
        session_exercise_id,
        set_number,
        bool_or(kind not in ('warmup', 'drop')) as is_set,
        coalesce(sum(perceived_effort) filter (where kind not in ('warmup', 'drop')), 0) as rpe_sum,
        count(perceived_effort) filter (where kind not in ('warmup', 'drop')) as ratings,
        coalesce(sum(actual_reps), 0) as reps,
        coalesce(sum(actual_reps) filter (where side is null), 0) as reps_without_side,
        coalesce(sum(actual_duration_seconds), 0) as hold_seconds,
        coalesce(sum(actual_duration_seconds) filter (where side is null), 0) as hold_seconds_without_side
      from exercise_set_logs
      where ${userId}::uuid is null or user_id = ${userId}::uuid
      group by session_exercise_id, set_number
    ),
    items as (
      select
        item.id,
        item.session_id,
        item.completed,
        category.name::text collate "C" as category,
        jsonb_array_length(item.planned_sets) as sets_planned,
        count(*) filter (where performed.is_set) as sets,
        coalesce(sum(performed.rpe_sum), 0) as rpe_sum,
        coalesce(sum(performed.ratings), 0) as ratings,
        coalesce(sum(performed.reps), 0)
          + case when exercise.unilateral then coalesce(sum(performed.reps_without_side), 0) else 0 end as reps,
        coalesce(sum(performed.hold_seconds), 0)
          + case when exercise.unilateral then coalesce(sum(performed.hold_seconds_without_side), 0) else 0 end as hold_seconds
      from session_exercises as item
      join exercises as exercise on exercise.id = item.exercise_id
      ${joinCategory}
      left join performed on performed.session_exercise_id = item.id
      where ${userId}::uuid is null or item.user_id = ${userId}::uuid
      group by item.id, category.name, exercise.unilateral
    ),`

/** What each session adds up to, and the categories of each day. */
const sessionSums = ({ userId }: DriftScope) => sql`
    sessions as (
      select
        session.user_id,
        session.session_date,
        session.status = 'completed' as is_completed,
        session.completed_at,
        session.id,
        case when session.status = 'completed' and sum(item.ratings) > 0
          then session.duration_minutes * (sum(item.rpe_sum)::double precision / sum(item.ratings)::double precision)
        end as effort,
        case when session.status = 'completed' then coalesce(session.duration_minutes, 0) else 0 end as minutes,
        count(item.id) as exercises,
        count(item.id) filter (where item.completed) as exercises_completed,
        coalesce(sum(item.sets_planned), 0) as sets_planned,
        coalesce(sum(case when item.sets < item.sets_planned then item.sets else item.sets_planned end), 0) as sets,
        coalesce(sum(case when item.sets > item.sets_planned then item.sets - item.sets_planned else 0 end), 0) as sets_extra,
        coalesce(sum(item.reps), 0) as reps,
        coalesce(sum(item.hold_seconds), 0) as hold_seconds
      from workout_sessions as session
      left join items as item on item.session_id = session.id
      where session.status <> 'skipped'
        and (${userId}::uuid is null or session.user_id = ${userId}::uuid)
      group by session.id
    ),
    category_sums as (
      select
        session.user_id,
        session.session_date,
        item.category,
        jsonb_build_object(
          'planned', sum(item.sets_planned),
          'completed', sum(case when item.sets < item.sets_planned then item.sets else item.sets_planned end),
          'extra', sum(case when item.sets > item.sets_planned then item.sets - item.sets_planned else 0 end)
        ) as sets
      from workout_sessions as session
      join items as item on item.session_id = session.id
      where session.status <> 'skipped'
        and (${userId}::uuid is null or session.user_id = ${userId}::uuid)
      group by session.user_id, session.session_date, item.category
    ),
    categories as (
      select
        user_id,
        session_date,
        jsonb_agg(category order by category) as names,
        jsonb_object_agg(category, sets) as sets
      from category_sums
      group by user_id, session_date
    ),`

const dayDrift = ({ userId }: DriftScope) => sql`
    from_logs as (
      select
        session.user_id,
        session.session_date as workout_date,
        jsonb_build_object(
          'planned_sessions', count(*),
          'completed_sessions', count(*) filter (where session.is_completed),
          'total_exercises', sum(session.exercises),
          'completed_exercises', sum(session.exercises_completed),
          'planned_sets', sum(session.sets_planned),
          'completed_sets', sum(session.sets),
          'extra_sets', sum(session.sets_extra),
          'total_reps', sum(session.reps),
          'total_hold_seconds', sum(session.hold_seconds),
          'total_duration_minutes', sum(session.minutes),
          'categories', coalesce(category.names, '[]'),
          'is_completed', bool_and(session.is_completed),
          'effort_au', sum(session.effort order by session.completed_at, session.id),
          'sets_by_category', coalesce(category.sets, '{}')
        ) as summary
      from sessions as session
      left join categories as category
        on category.user_id = session.user_id and category.session_date = session.session_date
      group by session.user_id, session.session_date, category.names, category.sets
    ),
    stored as (
      select
        user_id,
        workout_date,
        to_jsonb(daily_workout_summary) - '{id,user_id,workout_date,created_at,updated_at}'::text[] as summary
      from daily_workout_summary
      where ${userId}::uuid is null or user_id = ${userId}::uuid
    )
    select
      user_id::text as user_id,
      workout_date::text as workout_date,
      stored.summary as stored,
      from_logs.summary as from_logs
    from stored
    full join from_logs using (user_id, workout_date)
    where stored.summary is distinct from from_logs.summary
    order by user_id, workout_date`

/**
 * Lists the days whose stored summary differs from what sessions, exercises and set logs add up to,
 * for one athlete or for all (null). It sums session by session, while `refreshDailySummaries` sums
 * day by day, so that neither repeats a mistake of the other.
 */
export const listSummaryDrift = many({
  name: 'listSummaryDrift',
  row: SummaryDrift,
  sql: ({ userId, limit }: DriftScope & { limit: number | null }) => sql`
    ${itemSums({ userId })} ${sessionSums({ userId })} ${dayDrift({ userId })}
    limit ${limit}::integer`,
  map: ({ user_id, workout_date, stored, from_logs }) => ({
    userId: user_id,
    workoutDate: workout_date,
    stored,
    fromLogs: from_logs,
  }),
})
