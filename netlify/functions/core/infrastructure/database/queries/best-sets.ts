import * as z from 'zod'
import type { BestSet } from '#domain/goal/best-set.js'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { type AthleteId, ExerciseId } from '#domain/values/id.schema.js'
import { many, type Sql, sql } from '../statement.js'
import { isNamedByKey } from './exercise-columns.js'

/** The days from one on, as far as the athlete has trained. */
type Since = { readonly userId: AthleteId; readonly since: string }

const bestSetRow = z.object({ exercise_id: ExerciseId, date: z.string(), amount: z.number() })

const bestSetOf = ({ exercise_id, date, amount }: z.output<typeof bestSetRow>): BestSet => ({
  exerciseId: exercise_id,
  date,
  amount,
})

/**
 * Selects the best set of each session in the exercises that are wanted. Without a wanted exercise no session
 * is looked at. Each session is looked up by itself: joined as wholes, all that was ever done of an exercise
 * may be sought for those few days.
 */
const bestSets = ({ userId, since }: Since, wanted: Sql) => sql`
    with wanted as materialized (${wanted}
    )
    select best.exercise_id, session.session_date::text as date, best.amount
    from workout_sessions as session
    cross join lateral (
      select performed.exercise_id, max(coalesce(log.actual_reps, log.actual_duration_seconds)) as amount
      from session_exercises as performed
      join exercise_set_logs as log
        on log.session_exercise_id = performed.id
        and log.user_id = performed.user_id
      where performed.session_id = session.id
        and performed.user_id = session.user_id
        and performed.exercise_id in (select id from wanted)
        and performed.standard_sets is not null
        and (log.weight_kg is null or log.weight_kg >= 0)
      group by performed.exercise_id
    ) as best
    where session.user_id = ${userId}::uuid
      and session.status = 'completed'
      and session.rules_version is not null
      and session.session_date >= (select ${since}::date)
      and exists (select from wanted)
    order by session.session_date, session.completed_at, session.id, best.exercise_id`

/** Lists the best sets of the exercises in which an athlete wants so many reps or seconds. */
export const listBestSetsOfGoals = many({
  name: 'listBestSetsOfGoals',
  row: bestSetRow,
  sql: ({ userId, since }: Since) =>
    bestSets(
      { userId, since },
      sql`
      select exercise_id as id
      from goals
      where user_id = ${userId}::uuid
        and kind in ('reps', 'hold')
        and status <> 'dropped'`,
    ),
  map: bestSetOf,
})

/** Lists the best sets of an exercise; none where both keys are null. */
export const listBestSetsOfExercise = many({
  name: 'listBestSetsOfExercise',
  row: bestSetRow,
  sql: ({ userId, since, id, slug }: Since & ExerciseKeys) =>
    bestSets(
      { userId, since },
      sql`
      select exercise.id
      from exercises as exercise
      where ${isNamedByKey({ id, slug })}`,
    ),
  map: bestSetOf,
})
