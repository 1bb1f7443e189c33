import * as z from 'zod'
import { countedKinds } from '#domain/effort/set-counts.js'
import { Category } from '#domain/library/vocabulary.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { joinCategory } from './exercise-columns.js'

type Days = { readonly userId: AthleteId; readonly from: string; readonly to: string }

/**
 * Lists how many sets were planned, done of the plan, and done beyond it, by day and category, without
 * skipped sessions.
 * `offset 0` keeps each session's exercises a lookup of their own: joined freely, they may be sought
 * among all that the athlete has, once for each session.
 */
export const listCategorySets = many({
  name: 'listCategorySets',
  row: z.object({
    date: z.string(),
    category: Category,
    planned_sets: z.number(),
    completed_sets: z.number(),
    extra_sets: z.number(),
  }),
  sql: ({ userId, from, to }: Days) => sql`
    select
      session.session_date::text as date,
      category.name as category,
      sum(jsonb_array_length(item.planned_sets))::integer as planned_sets,
      sum(least(performed.sets, jsonb_array_length(item.planned_sets)))::integer as completed_sets,
      sum(greatest(performed.sets - jsonb_array_length(item.planned_sets), 0))::integer as extra_sets
    from workout_sessions as session
    cross join lateral (
      select id, user_id, exercise_id, planned_sets
      from session_exercises
      where session_id = session.id and user_id = session.user_id
      offset 0
    ) as item
    join exercises as exercise on exercise.id = item.exercise_id
    ${joinCategory}
    cross join lateral (
      select count(distinct log.set_number) filter (where log.kind = any (${countedKinds}::text[]))::integer as sets
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
    extraSets: row.extra_sets,
  }),
})

/** Lists how many sessions were skipped, by day. */
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
