import type { PersonalPrescription } from '#domain/athlete/exercise-configuration.schema.js'
import type { AthleteId, ExerciseId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'

type PersonalPrescriptionRow = Omit<PersonalPrescription, 'sets'> & {
  readonly userId: AthleteId
  readonly exerciseId: ExerciseId
  /**
   * The version that the row must have when this statement runs in its batch, 0 when there is no
   * row; `version` is the one it gets.
   */
  readonly versionBefore: number
  readonly version: number
  readonly now: Date
}

/**
 * Stores an athlete's own tempo, rest and notes for an exercise; raises STALE_VERSION when the
 * stored row is not at `versionBefore`. Working sets are not stored here: they follow from facts,
 * and `storeTraining` stores everything that does.
 */
export const putPersonalPrescription = effect({
  name: 'putPersonalPrescription',
  sql: ({ userId, exerciseId, tempo, restSeconds, notes, versionBefore, version, now }: PersonalPrescriptionRow) => sql`
    with stored as (
      insert into user_exercise_configs as own (
        user_id, exercise_id, current_tempo, current_rest_seconds, current_notes, version, created_at, updated_at
      )
      values (
        ${userId}::uuid,
        ${exerciseId}::uuid,
        ${tempo}::text,
        ${restSeconds}::integer,
        ${notes}::text,
        ${version}::integer,
        ${now}::timestamptz,
        ${now}::timestamptz
      )
      on conflict on constraint user_exercise_configs_user_exercise_key do update
      set
        current_tempo = excluded.current_tempo,
        current_rest_seconds = excluded.current_rest_seconds,
        current_notes = excluded.current_notes,
        version = excluded.version,
        updated_at = excluded.updated_at
      where own.version = ${versionBefore}::integer
      returning 1
    )
    select app.ensure(exists (select from stored), 'STALE_VERSION')`,
})

type Target = { userId: AthleteId; now: Date }
type Json = { json: string }

/**
 * Stores an athlete's standing in exercises, given as a JSON list, and leaves the athlete's own
 * tempo, rest and notes alone.
 */
export const putExerciseStandings = effect({
  name: 'putExerciseStandings',
  sql: ({ userId, now, json }: Target & Json) => sql`
    insert into user_exercise_configs as config (
      user_id, exercise_id, current_sets, is_mastered, mastered_at, over_streak, fail_streak, mastery_count,
      sessions_count, last_session_on, last_decision, beyond, created_at, updated_at)
    select
      ${userId}::uuid,
      standing."exerciseId",
      case when standing.working is null then null
        else (
          select jsonb_agg(jsonb_build_object(exercise.metric, amount::integer) order by place)
          from json_array_elements_text(standing.working) with ordinality as set (amount, place)
        )
      end,
      standing."masteredAt" is not null,
      standing."masteredAt",
      standing."overStreak",
      standing."failStreak",
      standing."masteryCount",
      standing."sessionsCount",
      standing."lastSessionOn",
      standing."lastDecision",
      standing.beyond,
      ${now}::timestamptz,
      ${now}::timestamptz
    from json_to_recordset(${json}::json) as standing (
      "exerciseId" uuid, working json, "masteredAt" timestamptz, "overStreak" integer, "failStreak" integer,
      "masteryCount" integer, "sessionsCount" integer, "lastSessionOn" date, "lastDecision" text, beyond jsonb)
    join exercises as exercise on exercise.id = standing."exerciseId"
    on conflict on constraint user_exercise_configs_user_exercise_key do update
    set
      current_sets = excluded.current_sets,
      is_mastered = excluded.is_mastered,
      mastered_at = excluded.mastered_at,
      over_streak = excluded.over_streak,
      fail_streak = excluded.fail_streak,
      mastery_count = excluded.mastery_count,
      sessions_count = excluded.sessions_count,
      last_session_on = excluded.last_session_on,
      last_decision = excluded.last_decision,
      beyond = excluded.beyond,
      version = config.version + 1,
      updated_at = excluded.updated_at`,
})

/**
 * Resets an athlete's standing in exercises that no fact supports any more; the athlete's own
 * tempo, rest and notes stay.
 */
export const clearExerciseStandings = effect({
  name: 'clearExerciseStandings',
  sql: ({ userId, now, ids }: Target & { ids: readonly ExerciseId[] }) => sql`
    update user_exercise_configs
    set
      current_sets = null,
      is_mastered = false,
      mastered_at = null,
      over_streak = 0,
      fail_streak = 0,
      mastery_count = 0,
      sessions_count = 0,
      last_session_on = null,
      last_decision = null,
      beyond = null,
      version = version + 1,
      updated_at = ${now}::timestamptz
    where user_id = ${userId}::uuid
      and exercise_id = any (${ids}::uuid[])`,
})
