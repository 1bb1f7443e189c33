import * as z from 'zod'
import { PerformedSet } from '#domain/effort/set.schema.js'
import type { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { Metric } from '#domain/library/vocabulary.js'
import { type AthleteId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { many, one, sql } from '../statement.js'
import { joinLevelAndCategory, refColumns, refOf, refRow } from './exercise-columns.js'

/** A set of an entry that waits, as it was logged; of health it tells nothing. */
const HeldSet = PerformedSet.omit({ pain: true, painSite: true }).extend({ sessionExerciseId: SessionExerciseId })

/** An entry that waits for review, with the sets that were judged in it. */
export type HeldEntry = {
  readonly sessionExerciseId: SessionExerciseId
  readonly sessionId: SessionId
  readonly exercise: ExerciseRef
  readonly metric: Metric
  readonly on: string
  /** The rules that made it wait. */
  readonly rulesVersion: string
  readonly sets: readonly z.output<typeof HeldSet>[]
}

type HeldPage = {
  readonly userId: AthleteId
  readonly after: Pick<HeldEntry, 'on' | 'sessionExerciseId'> | null
  readonly limit: number
}

/**
 * Lists what of an athlete waits for review, the latest first, starting after the entry `after` when
 * it is given. An exercise that was done at several places of a session was judged at one of them,
 * with the sets of all.
 */
export const listHeldForReview = many({
  name: 'listHeldForReview',
  row: z.object({
    ...refRow,
    metric: Metric,
    session_exercise_id: SessionExerciseId,
    session_id: SessionId,
    decided_on: z.string(),
    rules_version: z.string(),
    sets: z.array(HeldSet),
  }),
  sql: ({ userId, after, limit }: HeldPage) => sql`
    select
      ${refColumns},
      exercise.metric,
      held.session_exercise_id,
      held.session_id,
      held.decided_on::text as decided_on,
      held.rules_version,
      judged.sets
    from (
      select session_exercise_id, session_id, user_id, exercise_id, decided_on, rules_version
      from exercise_decisions
      where user_id = ${userId}::uuid
        and held_for_review
        and (${after?.sessionExerciseId ?? null}::uuid is null
          or (decided_on, session_exercise_id) < (${after?.on ?? null}::date, ${after?.sessionExerciseId ?? null}::uuid))
      order by decided_on desc, session_exercise_id desc
      limit ${limit}::integer
    ) as held
    join exercises as exercise on exercise.id = held.exercise_id
    ${joinLevelAndCategory}
    cross join lateral (
      select coalesce(
        json_agg(
          json_build_object(
            'sessionExerciseId', log.session_exercise_id,
            'id', log.id,
            'setNumber', log.set_number,
            'side', log.side,
            'kind', log.kind,
            'reps', log.actual_reps,
            'duration', log.actual_duration_seconds,
            'weightKg', log.weight_kg,
            'rpe', log.perceived_effort)
          order by item.exercise_order, log.set_number, log.side, log.id),
        '[]'::json) as sets
      from exercise_decisions as place
      join session_exercises as item on item.id = place.session_exercise_id and item.user_id = place.user_id
      join exercise_set_logs as log on log.session_exercise_id = item.id and log.user_id = item.user_id
      where place.session_id = held.session_id
        and place.user_id = held.user_id
        and (place.session_exercise_id = held.session_exercise_id
          or place.inputs ->> 'judgedAt' = held.session_exercise_id::text)
    ) as judged
    order by held.decided_on desc, held.session_exercise_id desc`,
  map: (row): HeldEntry => ({
    sessionExerciseId: row.session_exercise_id,
    sessionId: row.session_id,
    exercise: refOf(row),
    metric: row.metric,
    on: row.decided_on,
    rulesVersion: row.rules_version,
    sets: row.sets,
  }),
})

/** Counts what of an athlete waits for review. */
export const countHeldForReview = one({
  name: 'countHeldForReview',
  row: z.object({ held: z.number() }),
  sql: ({ userId }: { readonly userId: AthleteId }) => sql`
    select count(*)::integer as held
    from exercise_decisions
    where user_id = ${userId}::uuid
      and held_for_review`,
  map: ({ held }) => held,
})
