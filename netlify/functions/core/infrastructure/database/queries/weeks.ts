import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'
import type { DaySummary } from '#domain/progress/day-summary.schema.js'
import { many, sql } from '../statement.js'

type Days = { readonly userId: string; readonly from: string; readonly to: string }

/** A day as it is kept, and the zone in which it was lived. */
export type LivedDay = DaySummary & { readonly timeZone: string }

/**
 * Lists the days of an athlete that have a session which was not skipped, in order, with the zone
 * they are lived in.
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
    total_reps: z.number(),
    total_hold_seconds: z.number(),
    total_duration_minutes: z.number(),
    categories: z.array(Category),
    is_completed: z.boolean(),
  }),
  sql: ({ userId, from, to, after, limit }: Days & { after: string | null; limit: number }) => sql`
    select
      athlete.time_zone,
      summary.workout_date::text as date,
      summary.planned_sessions,
      summary.completed_sessions,
      summary.total_exercises,
      summary.completed_exercises,
      summary.planned_sets,
      summary.completed_sets,
      summary.total_reps,
      summary.total_hold_seconds,
      summary.total_duration_minutes,
      summary.categories,
      summary.is_completed
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
    totalReps: row.total_reps,
    totalHoldSeconds: row.total_hold_seconds,
    totalDurationMinutes: row.total_duration_minutes,
    categories: row.categories,
    isCompleted: row.is_completed,
  }),
})

/** Lists how many sets were planned and logged per day and category, skipped sessions left out. */
export const listCategorySets = many({
  name: 'listCategorySets',
  row: z.object({ date: z.string(), category: Category, planned_sets: z.number(), completed_sets: z.number() }),
  sql: ({ userId, from, to }: Days) => sql`
    select
      session.session_date::text as date,
      category.name as category,
      sum(jsonb_array_length(item.planned_sets))::integer as planned_sets,
      sum(performed.sets)::integer as completed_sets
    from workout_sessions as session
    join session_exercises as item on item.session_id = session.id and item.user_id = session.user_id
    join exercises as exercise on exercise.id = item.exercise_id
    join exercise_categories as category on category.id = exercise.category_id
    cross join lateral (
      select count(*) as sets
      from exercise_set_logs as log
      where log.session_exercise_id = item.id and log.user_id = item.user_id
    ) as performed
    where session.user_id = ${userId}::uuid
      and session.session_date between ${from}::date and ${to}::date
      and session.status <> 'skipped'
    group by session.session_date, category.name
    order by session.session_date, category.name`,
  map: (row) => ({
    date: row.date,
    category: row.category,
    plannedSets: row.planned_sets,
    completedSets: row.completed_sets,
  }),
})

/** Lists how many sessions were skipped per day. */
export const listSkippedSessions = many({
  name: 'listSkippedSessions',
  row: z.object({ date: z.string(), sessions: z.number() }),
  sql: ({ userId, from, to }: Days) => sql`
    select session_date::text as date, count(*)::integer as sessions
    from workout_sessions
    where user_id = ${userId}::uuid
      and session_date between ${from}::date and ${to}::date
      and status = 'skipped'
    group by session_date
    order by session_date`,
  map: (row) => row,
})
