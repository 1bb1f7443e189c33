import * as z from 'zod'
import { LoggedSet } from '#domain/effort/set.schema.js'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { Category, Metric } from '#domain/library/vocabulary.js'
import type { PerformedWork } from '#domain/progress/performed-work.js'
import { type AthleteId, ExerciseId, SessionExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { isNamedByKey, joinCategory } from './exercise-columns.js'

/**
 * Lists the sets of an athlete's completed sessions between two days, for one exercise or for all,
 * in the order in which they were performed. `offset 0` keeps each parent's rows a lookup of their
 * own: joined freely, they may be sought among all that the athlete has, once for each parent.
 */
export const listPerformedSets = many({
  name: 'listPerformedSets',
  row: z.object({
    set_id: SetId,
    session_id: SessionId,
    session_exercise_id: SessionExerciseId,
    date: z.string(),
    exercise_id: ExerciseId,
    category: Category,
    metric: Metric,
    unilateral: z.boolean(),
    tempo: z.string(),
    body_mass_fraction: z.number(),
    held: z.boolean(),
    ...LoggedSet.pick({ side: true, kind: true, amount: true, rpe: true }).shape,
    set_number: LoggedSet.shape.setNumber,
    weight_kg: LoggedSet.shape.weightKg,
  }),
  sql: (asked: { userId: AthleteId; exercise: ExerciseKeys; from: string; to: string }) => sql`
    select
      log.id as set_id,
      session.id as session_id,
      item.id as session_exercise_id,
      session.session_date::text as date,
      exercise.id as exercise_id,
      category.name as category,
      exercise.metric,
      exercise.unilateral,
      coalesce(log.tempo, item.actual_tempo, item.planned_tempo, exercise.default_tempo) as tempo,
      exercise.body_mass_fraction,
      (session.id, item.exercise_id) in (
        select session_id, exercise_id
        from exercise_decisions
        where user_id = ${asked.userId}::uuid
          and held_for_review
      ) as held,
      log.set_number,
      log.side,
      log.kind,
      coalesce(log.actual_reps, log.actual_duration_seconds) as amount,
      log.weight_kg,
      log.perceived_effort as rpe
    from workout_sessions as session
    cross join lateral (
      select id, user_id, exercise_id, exercise_order, actual_tempo, planned_tempo
      from session_exercises
      where session_id = session.id and user_id = session.user_id
      offset 0
    ) as item
    cross join lateral (
      select id, set_number, side, kind, actual_reps, actual_duration_seconds, tempo, weight_kg, perceived_effort
      from exercise_set_logs
      where session_exercise_id = item.id and user_id = item.user_id
      offset 0
    ) as log
    join exercises as exercise on exercise.id = item.exercise_id
    ${joinCategory}
    where session.user_id = ${asked.userId}::uuid
      and session.status = 'completed'
      and session.session_date between ${asked.from}::date and ${asked.to}::date
      and (
        ${asked.exercise.id}::uuid is null and ${asked.exercise.slug}::text is null
        or ${isNamedByKey(asked.exercise)}
      )
    order by session.session_date, session.completed_at, item.exercise_order, log.set_number, log.id`,
  map: (row): PerformedWork => ({
    setId: row.set_id,
    sessionId: row.session_id,
    sessionExerciseId: row.session_exercise_id,
    date: row.date,
    exerciseId: row.exercise_id,
    category: row.category,
    metric: row.metric,
    unilateral: row.unilateral,
    tempo: row.tempo,
    bodyMassFraction: row.body_mass_fraction,
    held: row.held,
    setNumber: row.set_number,
    side: row.side,
    kind: row.kind,
    amount: row.amount,
    weightKg: row.weight_kg,
    rpe: row.rpe,
  }),
})

/**
 * Lists how many sessions an athlete planned and completed; a skipped session counts as planned. Weeks
 * before `daysFrom`, a Monday, are added up, each under its own Monday; from then on there are days. Mondays are
 * counted from that of year 1: `extract` takes longer than all else that is done with a session here.
 */
export const listPlannedAndDone = many({
  name: 'listPlannedAndDone',
  row: z.object({ date: z.string(), planned: z.number(), completed: z.number() }),
  sql: ({ userId, daysFrom }: { readonly userId: AthleteId; readonly daysFrom: string }) => sql`
    select
      counted.date::text as date,
      count(*)::integer as planned,
      count(*) filter (where session.status = 'completed')::integer as completed
    from workout_sessions as session
    cross join lateral (
      select
        case
          when session.session_date < ${daysFrom}::date
            then session.session_date - (session.session_date - date '0001-01-01') % 7
          else session.session_date
        end as date
    ) as counted
    where session.user_id = ${userId}::uuid
    group by counted.date
    order by counted.date`,
  map: (row) => row,
})
