import * as z from 'zod'
import type { PersonalPrescription } from '#domain/athlete/exercise-configuration.schema.js'
import type { ExerciseSettings } from '#domain/athlete/exercise-settings.js'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { SetPrescriptions } from '#domain/library/sets.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'
import { defaultsColumns, defaultsOf, refColumns, refOf } from './exercise-columns.js'

const settingsRow = z.object({
  ...refColumns,
  ...defaultsColumns,
  current_sets: SetPrescriptions.nullable(),
  current_tempo: z.string().nullable(),
  current_rest_seconds: z.number().nullable(),
  current_notes: z.string().nullable(),
  is_mastered: z.boolean(),
  mastered_at: z.date().nullable(),
  version: z.number(),
})

function settingsOf(row: z.output<typeof settingsRow>): ExerciseSettings {
  return {
    exercise: refOf(row),
    defaults: defaultsOf(row),
    personal: {
      sets: row.current_sets,
      tempo: row.current_tempo,
      restSeconds: row.current_rest_seconds,
      notes: row.current_notes,
    },
    isMastered: row.is_mastered,
    masteredAt: row.mastered_at?.toISOString() ?? null,
    version: row.version,
  }
}

const settingsOfAthlete = ({ userId }: { userId: string }) => sql`
    select
      exercise.id,
      exercise.slug,
      exercise.name,
      category.name as category,
      level.level_order as level,
      exercise.difficulty::double precision as difficulty,
      exercise.default_sets,
      exercise.default_tempo,
      exercise.default_rest_seconds,
      exercise.default_notes,
      own.current_sets,
      own.current_tempo,
      own.current_rest_seconds,
      own.current_notes,
      coalesce(own.is_mastered, false) as is_mastered,
      own.mastered_at,
      coalesce(own.version, 0) as version
    from exercises as exercise
    join workout_levels as level on level.id = exercise.level_id
    join exercise_categories as category on category.id = exercise.category_id
    left join user_exercise_configs as own on own.exercise_id = exercise.id and own.user_id = ${userId}::uuid`

/** Finds an exercise, by id or slug, with what an athlete has put in the place of its defaults. */
export const findExerciseSettings = maybeOne({
  name: 'findExerciseSettings',
  row: settingsRow,
  sql: ({ userId, id, slug }: { userId: string } & ExerciseKeys) => sql`
    ${settingsOfAthlete({ userId })}
    where exercise.id = ${id}::uuid or exercise.slug = ${slug}::text`,
  map: settingsOf,
})

/** Lists the exercises in which an athlete has put anything in the place of a default, by slug. */
export const listPersonalSettings = many({
  name: 'listPersonalSettings',
  row: settingsRow,
  sql: ({ userId, after, limit }: { userId: string; after: string | null; limit: number }) => sql`
    ${settingsOfAthlete({ userId })}
    where num_nonnulls(own.current_sets, own.current_tempo, own.current_rest_seconds, own.current_notes) > 0
      and (${after}::text is null or exercise.slug > ${after}::text)
    order by exercise.slug
    limit ${limit}::integer`,
  map: settingsOf,
})

type PersonalPrescriptionRow = Omit<PersonalPrescription, 'sets'> & {
  readonly userId: string
  readonly exerciseId: string
  /**
   * The version of the row where this statement stands in the batch, 0 when there is none, and the
   * one that it is to have.
   */
  readonly versionBefore: number
  readonly version: number
  readonly now: Date
}

/**
 * Stores an athlete's own tempo, rest and notes for an exercise; raises STALE_VERSION when its row
 * is not of the version it was. Working sets follow from facts, and are stored with everything else
 * that does (`storeTraining`).
 */
export const putPersonalPrescription = effect({
  name: 'putOwnWay',
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
