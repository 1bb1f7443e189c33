import * as z from 'zod'
import { SessionStatus } from '#domain/session/session.schema.js'
import { effect, many, one, sql } from '../statement.js'

/** Brings the sums of all athletes' weeks up to date; nobody who reads them waits. */
export const refreshWeeklySummaries = effect({
  name: 'refreshWeeklySummaries',
  sql: ({ now }: { readonly now: Date }) => sql`
    select app.refresh_weekly_summaries(${now}::timestamptz)`,
})

/** Tells as of when the sums of weeks are; null where they were not refreshed since the database was made. */
export const weeklySummariesAsOf = one({
  name: 'weeklySummariesAsOf',
  row: z.object({ as_of: z.date().nullable() }),
  sql: (_: Record<never, never>) => sql`
    select obj_description('weekly_workout_summary'::regclass)::timestamptz as as_of`,
  map: ({ as_of }) => as_of,
})

/** What all athletes did in a week. */
export type WeekOfAll = {
  /** The week's Monday. */
  readonly weekStart: string
  /** Athletes who completed a session. */
  readonly athletes: number
  /** Those of them who did so in the week before, too. */
  readonly cameBack: number
  readonly plannedSessions: number
  readonly completedSessions: number
  readonly plannedSets: number
  readonly performedSets: number
  readonly reps: number
  readonly holdSeconds: number
  readonly minutes: number
}

/** Mondays: of the first week that is listed, and of the week that is running. */
type Weeks = { readonly from: string; readonly running: string }

/** A row for each athlete and week that is over, as of the last refresh, and for each day of the running week. */
const parts = ({ from, running }: Weeks) => sql`
      select
        user_id, week_start, planned_sessions, completed_sessions, planned_sets, performed_sets, total_reps,
        total_hold_seconds, total_duration_minutes
      from weekly_workout_summary
      where week_start >= ${from}::date
        and week_start < ${running}::date
      union all
      select
        user_id, ${running}::date, planned_sessions, completed_sessions, planned_sets, completed_sets + extra_sets,
        total_reps, total_hold_seconds, total_duration_minutes
      from daily_workout_summary
      where workout_date >= ${running}::date
        and workout_date < ${running}::date + 7`

/**
 * Lists the weeks of all athletes together, the newest first: those that are over as of the last refresh,
 * and the running one exactly.
 */
export const listWeeksOfAll = many({
  name: 'listWeeksOfAll',
  row: z.object({
    week_start: z.string(),
    athletes: z.number(),
    came_back: z.number(),
    planned_sessions: z.number(),
    completed_sessions: z.number(),
    planned_sets: z.number(),
    performed_sets: z.number(),
    reps: z.number(),
    hold_seconds: z.number(),
    minutes: z.number(),
  }),
  sql: (weeks: Weeks) => sql`
    with part as (${parts(weeks)}),
    trained as (
      select distinct user_id, week_start
      from part
      where completed_sessions > 0
    ),
    athletes as (
      select
        trained.week_start,
        count(*)::integer as athletes,
        count(before.user_id)::integer as came_back
      from trained
      left join weekly_workout_summary as before
        on before.week_start = trained.week_start - 7
        and before.user_id = trained.user_id
        and before.completed_sessions > 0
      group by trained.week_start
    )
    select
      part.week_start::text as week_start,
      coalesce(max(athletes.athletes), 0) as athletes,
      coalesce(max(athletes.came_back), 0) as came_back,
      sum(part.planned_sessions) as planned_sessions,
      sum(part.completed_sessions) as completed_sessions,
      sum(part.planned_sets) as planned_sets,
      sum(part.performed_sets) as performed_sets,
      sum(part.total_reps) as reps,
      sum(part.total_hold_seconds) as hold_seconds,
      sum(part.total_duration_minutes) as minutes
    from part
    left join athletes on athletes.week_start = part.week_start
    group by part.week_start
    order by part.week_start desc`,
  map: (row): WeekOfAll => ({
    weekStart: row.week_start,
    athletes: row.athletes,
    cameBack: row.came_back,
    plannedSessions: row.planned_sessions,
    completedSessions: row.completed_sessions,
    plannedSets: row.planned_sets,
    performedSets: row.performed_sets,
    reps: row.reps,
    holdSeconds: row.hold_seconds,
    minutes: row.minutes,
  }),
})

/** Counts the sessions of a day, of all athletes, by their status. */
export const countSessionsOfAll = many({
  name: 'countSessionsOfAll',
  row: z.object({ status: SessionStatus, sessions: z.number() }),
  sql: ({ on }: { readonly on: string }) => sql`
    select status, count(*)::integer as sessions
    from workout_sessions
    where session_date = ${on}::date
    group by status
    order by status`,
  map: (row) => row,
})
