import * as z from 'zod'
import { WorkedSet } from '#domain/effort/set.schema.js'
import type { PerformedSession } from '#domain/load/performed-session.js'
import { type AthleteId, ExerciseId, SessionId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'

const performedExercise = z.object({
  exerciseId: ExerciseId,
  tempo: z.string().nullable(),
  sets: z.array(WorkedSet),
})

/**
 * Lists an athlete's completed sessions for computing training load, in the order in which they
 * were performed. The tempo is the performed one, or else the planned one. An exercise without a
 * logged set is left out.
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
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select
      session.id,
      session.session_date::text as date,
      session.completed_at,
      session.duration_minutes,
      coalesce(item.list, '[]') as exercises
    from workout_sessions as session
    cross join lateral (
      select json_agg(
        json_build_object(
          'exerciseId', performed.exercise_id,
          'tempo', coalesce(performed.actual_tempo, performed.planned_tempo),
          'sets', log.list
        )
        order by performed.exercise_order
      ) as list
      from session_exercises as performed
      cross join lateral (
        select json_agg(
          json_build_object(
            'setNumber', log.set_number,
            'side', log.side,
            'kind', log.kind,
            'amount', coalesce(log.actual_reps, log.actual_duration_seconds),
            'rpe', log.perceived_effort,
            'weightKg', log.weight_kg,
            'tempo', log.tempo
          )
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
    order by session.session_date, session.completed_at, session.id`,
  map: (row): PerformedSession => ({
    id: row.id,
    date: row.date,
    completedAt: row.completed_at?.toISOString() ?? `${row.date}T00:00:00.000Z`,
    durationMinutes: row.duration_minutes,
    exercises: row.exercises,
  }),
})
