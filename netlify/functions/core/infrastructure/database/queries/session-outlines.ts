import * as z from 'zod'
import { countedKinds } from '#domain/effort/set-counts.js'
import { Category, ExerciseSlug } from '#domain/library/vocabulary.js'
import { outlineExercise, type SessionOutline } from '#domain/progress/session-outline.schema.js'
import { SessionStatus } from '#domain/session/session.schema.js'
import { type AthleteId, ExerciseId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { many, type Sql, sql } from '../statement.js'
import { joinCategory } from './exercise-columns.js'

const OutlinedJson = z.object({
  id: SessionExerciseId,
  exercise: z.object({ id: ExerciseId, slug: ExerciseSlug, name: z.string(), category: Category }),
  completed: z.boolean(),
  planned: z.number(),
  done: z.number(),
})

const outlineRow = z.object({
  id: SessionId,
  session_date: z.string(),
  scheduled_time: z.string().nullable(),
  status: SessionStatus,
  duration_minutes: z.number().nullable(),
  version: z.number(),
  exercises: z.array(OutlinedJson),
})

function outlineOf(row: z.output<typeof outlineRow>): SessionOutline {
  return {
    id: row.id,
    date: row.session_date,
    time: row.scheduled_time,
    status: row.status,
    durationMinutes: row.duration_minutes,
    version: row.version,
    exercises: row.exercises.map(outlineExercise),
  }
}

/** The columns of the sessions that `outlinesOf` outlines. */
const outlinedColumns = sql`id, user_id, session_date, scheduled_time, status, duration_minutes, version`

/** Selects the outlines of sessions that were chosen as `wanted`, with their exercises in order. */
const outlinesOf = (wanted: Sql) => sql`
    select
      session.id,
      session.session_date::text as session_date,
      to_char(session.scheduled_time, 'HH24:MI') as scheduled_time,
      session.status,
      session.duration_minutes,
      session.version,
      coalesce(item.list, '[]') as exercises
    from (${wanted}) as session
    cross join lateral (
      select json_agg(
        json_build_object(
          'id', item.id,
          'exercise', json_build_object(
            'id', exercise.id, 'slug', exercise.slug, 'name', exercise.name, 'category', category.name),
          'completed', item.completed,
          'planned', jsonb_array_length(item.planned_sets),
          'done', performed.sets
        )
        order by item.exercise_order
      ) as list
      from session_exercises as item
      join exercises as exercise on exercise.id = item.exercise_id
      ${joinCategory}
      cross join lateral (
        select count(distinct log.set_number) filter (where log.kind = any (${countedKinds}::text[]))::integer as sets
        from exercise_set_logs as log
        where log.session_exercise_id = item.id and log.user_id = item.user_id
      ) as performed
      where item.session_id = session.id and item.user_id = session.user_id
    ) as item`

type Days = { readonly userId: AthleteId; readonly from: string; readonly to: string; readonly limit: number }

/** Lists outlines of an athlete's sessions between two days, the skipped ones among them, in order. */
export const listSessionOutlines = many({
  name: 'listSessionOutlines',
  row: outlineRow,
  sql: ({ userId, from, to, limit }: Days) => sql`
    ${outlinesOf(sql`
      select ${outlinedColumns}
      from workout_sessions
      where user_id = ${userId}::uuid
        and session_date between ${from}::date and ${to}::date
      order by session_date, scheduled_time, id
      limit ${limit}::integer`)}
    order by session.session_date, session.scheduled_time, session.id`,
  map: outlineOf,
})

type Ahead = { readonly userId: AthleteId; readonly after: string; readonly to: string; readonly limit: number }

/**
 * Lists outlines of what an athlete has planned after a day: all up to `to`, and the first of what
 * follows, up to a limit; in order.
 */
export const listSessionsAhead = many({
  name: 'listSessionsAhead',
  row: outlineRow,
  sql: ({ userId, after, to, limit }: Ahead) => sql`
    ${outlinesOf(sql`
      select ${outlinedColumns}
      from workout_sessions
      where user_id = ${userId}::uuid
        and status = 'planned'
        and session_date > ${after}::date
        and session_date <= ${to}::date
      union all (
        select ${outlinedColumns}
        from workout_sessions
        where user_id = ${userId}::uuid
          and status = 'planned'
          and session_date > ${to}::date
        order by session_date, scheduled_time, id
        limit ${limit}::integer
      )`)}
    order by session.session_date, session.scheduled_time, session.id`,
  map: outlineOf,
})

/** Lists outlines of the sessions that an athlete has begun and not completed, the latest day first. */
export const listSessionsInProgress = many({
  name: 'listSessionsInProgress',
  row: outlineRow,
  sql: ({ userId, limit }: { readonly userId: AthleteId; readonly limit: number }) => sql`
    ${outlinesOf(sql`
      select ${outlinedColumns}
      from workout_sessions
      where user_id = ${userId}::uuid
        and status = 'in_progress'
      order by session_date desc, id desc
      limit ${limit}::integer`)}
    order by session.session_date desc, session.id desc`,
  map: outlineOf,
})
