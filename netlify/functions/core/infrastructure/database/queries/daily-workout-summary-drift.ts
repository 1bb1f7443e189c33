import * as z from 'zod'
import { many, sql } from '../statement.js'

const SummaryDrift = z.object({
  user_id: z.string(),
  workout_date: z.string(),
  /** The row as it is kept, without its bookkeeping; null when there is none. */
  stored: z.record(z.string(), z.unknown()).nullable(),
  /** What the facts sum up to; null when the day has no session that was not skipped. */
  from_logs: z.record(z.string(), z.unknown()).nullable(),
})

/** Of one athlete, or of all (null). */
type Whose = { userId: string | null }

const sessionSums = ({ userId }: Whose) => sql`
    with performed as (
      select
        session_exercise_id,
        count(*) as sets,
        coalesce(sum(actual_reps), 0) as reps,
        coalesce(sum(actual_duration_seconds), 0) as hold_seconds
      from exercise_set_logs
      where ${userId}::uuid is null or user_id = ${userId}::uuid
      group by session_exercise_id
    ),
    sessions as (
      select
        session.user_id,
        session.session_date,
        session.status = 'completed' as is_completed,
        case when session.status = 'completed' then coalesce(session.duration_minutes, 0) else 0 end as minutes,
        count(item.id) as exercises,
        count(item.id) filter (where item.completed) as exercises_completed,
        coalesce(sum(jsonb_array_length(item.planned_sets)), 0) as sets_planned,
        coalesce(sum(performed.sets), 0) as sets,
        coalesce(sum(performed.reps), 0) as reps,
        coalesce(sum(performed.hold_seconds), 0) as hold_seconds
      from workout_sessions as session
      left join session_exercises as item on item.session_id = session.id
      left join performed on performed.session_exercise_id = item.id
      where session.status <> 'skipped'
        and (${userId}::uuid is null or session.user_id = ${userId}::uuid)
      group by session.id
    ),
    categories as (
      select
        session.user_id,
        session.session_date,
        jsonb_agg(distinct category.name::text collate "C" order by category.name::text collate "C") as names
      from workout_sessions as session
      join session_exercises as item on item.session_id = session.id
      join exercises as exercise on exercise.id = item.exercise_id
      join exercise_categories as category on category.id = exercise.category_id
      where session.status <> 'skipped'
        and (${userId}::uuid is null or session.user_id = ${userId}::uuid)
      group by session.user_id, session.session_date
    ),`

const dayDrift = ({ userId }: Whose) => sql`
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
          'total_reps', sum(session.reps),
          'total_hold_seconds', sum(session.hold_seconds),
          'total_duration_minutes', sum(session.minutes),
          'categories', coalesce(category.names, '[]'),
          'is_completed', bool_and(session.is_completed)
        ) as summary
      from sessions as session
      left join categories as category
        on category.user_id = session.user_id and category.session_date = session.session_date
      group by session.user_id, session.session_date, category.names
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

const drift = (whose: Whose) => sql`${sessionSums(whose)} ${dayDrift(whose)}`

type Drift = z.output<typeof SummaryDrift>

const driftOf = ({ user_id, workout_date, stored, from_logs }: Drift) => ({
  userId: user_id,
  workoutDate: workout_date,
  stored,
  fromLogs: from_logs,
})

/**
 * Every day of every athlete whose kept summary differs from what sessions, exercises and set logs
 * sum up to, at most 100 of them. It sums session by session, where `refreshDailySummaries` sums
 * day by day, so that neither repeats a slip of the other.
 */
export const listSummaryDrift = many({
  name: 'listSummaryDrift',
  row: SummaryDrift,
  sql: (_: Record<never, never>) => sql`${drift({ userId: null })} limit 100`,
  map: driftOf,
})

/** The same of one athlete, every day of it. */
export const listSummaryDriftOf = many({
  name: 'listSummaryDriftOf',
  row: SummaryDrift,
  sql: ({ userId }: { userId: string }) => drift({ userId }),
  map: driftOf,
})
