import * as z from 'zod'
import type { PerformedSession } from '#domain/load/performed-session.js'
import { type AthleteId, ExerciseId, SessionId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { WorkedSetJson, workedSet } from './exercise-set-logs.js'

const performedExercise = z
  .tuple([ExerciseId, z.string().nullable(), z.array(WorkedSetJson)])
  .transform(([exerciseId, tempo, sets]) => ({ exerciseId, tempo, sets }))

type LookedAt = {
  readonly userId: AthleteId
  /** The first day; null for all of a history. */
  readonly since: string | null
  /** The last day; null for all that came after. */
  readonly until: string | null
  /** How many of the sessions before the first day are listed as well, whatever their age. */
  readonly before: number
}

/**
 * Lists an athlete's completed sessions of some days as they were performed, in that order, and the
 * newest before them: whole days of these, until there are as many as were asked for. The tempo is the
 * performed one, or else the planned one. An exercise without a logged set is left out.
 *
 * The first and the last day are each selected by themselves: row-level security lets only conditions
 * that cannot leak choose rows of an index, and `coalesce` is none of them.
 */
export const listTrainingLoads = many({
  name: 'listTrainingLoads',
  row: z.object({
    id: SessionId,
    date: z.string(),
    completed_at: z.date().nullable(),
    duration_minutes: z.number().nullable(),
    exercises: z.array(performedExercise),
  }),
  sql: ({ userId, since, until, before }: LookedAt) => sql`
    select
      session.id,
      session.session_date::text as date,
      session.completed_at,
      session.duration_minutes,
      coalesce(item.list, '[]') as exercises
    from workout_sessions as session
    cross join lateral (
      select json_agg(
        json_build_array(performed.exercise_id, coalesce(performed.actual_tempo, performed.planned_tempo), log.list)
        order by performed.exercise_order
      ) as list
      from session_exercises as performed
      cross join lateral (
        select json_agg(${workedSet}
          order by log.set_number, log.side nulls first
        ) as list
        from exercise_set_logs as log
        where log.session_exercise_id = performed.id and log.user_id = performed.user_id
      ) as log
      where performed.session_id = session.id
        and performed.user_id = session.user_id
        and log.list is not null
    ) as item
    where session.user_id = ${userId}::uuid
      and session.status = 'completed'
      and session.session_date >= (
        select coalesce(min(earlier.session_date), ${since}::date, '-infinity')
        from (
          select session_date
          from workout_sessions
          where user_id = ${userId}::uuid
            and status = 'completed'
            and session_date < ${since}::date
          order by session_date desc
          limit ${before}::integer
        ) as earlier
      )
      and session.session_date <= (select coalesce(${until}::date, 'infinity'))
    order by session.session_date, session.completed_at, session.id`,
  map: (row): PerformedSession => ({
    id: row.id,
    date: row.date,
    completedAt: row.completed_at?.toISOString() ?? `${row.date}T00:00:00.000Z`,
    durationMinutes: row.duration_minutes,
    exercises: row.exercises,
  }),
})
