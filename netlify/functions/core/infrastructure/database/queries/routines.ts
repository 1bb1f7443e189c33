import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import type { ListedRoutine, Routine } from '#domain/routine/routine.schema.js'
import { routinesMax } from '#domain/routine/routines-max.js'
import { type AthleteId, RoutineId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'
import { joinCategory, TrainedExerciseJson, trainedExercise } from './exercise-columns.js'

const routineRow = {
  id: RoutineId,
  name: z.string(),
  notes: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
}

function routineOf<Exercise>(row: z.output<z.ZodObject<typeof routineRow>> & { exercises: Exercise[] }) {
  const { id, name, notes, exercises, version } = row
  const stamps = { version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString() }
  return { id, name, notes, exercises, ...stamps }
}

/** Joins what `routine` says of its exercises as `item`, each with `exercise` of the library. */
const itemsOfRoutine = sql`
        from jsonb_array_elements(routine.exercises) with ordinality as item (content, place)
        join exercises as exercise on exercise.id = (item.content ->> 'exerciseId')::uuid
        ${joinCategory}`

/** Finds one of an athlete's routines with its exercises. */
export const findRoutine = maybeOne({
  name: 'findRoutine',
  row: z.object({
    ...routineRow,
    exercises: z.array(
      z.object({
        exercise: TrainedExerciseJson,
        sets: z.array(SetPrescription).nullable(),
        modifier: Modifier,
        tempo: z.string().nullable(),
        restSeconds: z.number().nullable(),
        notes: z.string().nullable(),
        // routines had no groups at first
        group: z.number().nullable().default(null),
      }),
    ),
  }),
  sql: ({ userId, id }: { userId: AthleteId; id: RoutineId }) => sql`
    select
      routine.id,
      routine.name,
      routine.notes,
      (
        select coalesce(
          json_agg(item.content - 'exerciseId' || jsonb_build_object('exercise', ${trainedExercise}) order by item.place),
          '[]'::json)
        ${itemsOfRoutine}
      ) as exercises,
      routine.version,
      routine.created_at,
      routine.updated_at
    from routines as routine
    where routine.id = ${id}::uuid and routine.user_id = ${userId}::uuid`,
  map: (row): Routine => routineOf(row),
})

type Filter = { userId: AthleteId; afterCreatedAt: string | null; afterId: RoutineId | null; limit: number }

/** Lists an athlete's routines, the newest first, with the names of their exercises. */
export const listRoutines = many({
  name: 'listRoutines',
  row: z.object({ ...routineRow, exercises: z.array(TrainedExerciseJson) }),
  sql: ({ userId, afterCreatedAt, afterId, limit }: Filter) => sql`
    select
      routine.id,
      routine.name,
      routine.notes,
      item.list as exercises,
      routine.version,
      routine.created_at,
      routine.updated_at
    from routines as routine
    cross join lateral (
      select coalesce(json_agg(${trainedExercise} order by item.place), '[]'::json) as list
      ${itemsOfRoutine}
    ) as item
    where routine.user_id = ${userId}::uuid
      and (${afterCreatedAt}::timestamptz is null
        or (routine.created_at, routine.id) < (${afterCreatedAt}::timestamptz, ${afterId}::uuid))
    order by routine.created_at desc, routine.id desc
    limit ${limit}::integer`,
  map: (row): ListedRoutine => routineOf(row),
})

type Write = { userId: AthleteId; routine: Routine }

/**
 * Inserts a routine; raises ROUTINE_LIMIT when the athlete has `routinesMax` already, in a batch that
 * has locked the athlete (`lockAthlete`).
 */
export const insertRoutine = effect({
  name: 'insertRoutine',
  sql: ({ userId, routine }: Write) => sql`
    insert into routines (id, user_id, name, notes, exercises, version, created_at, updated_at)
    select
      ${routine.id}::uuid, ${userId}::uuid, ${routine.name}::text, ${routine.notes}::text,
      ${exercisesJson(routine)}::jsonb, ${routine.version}::integer,
      ${routine.createdAt}::timestamptz, ${routine.updatedAt}::timestamptz
    where app.ensure(
      (select count(*) from routines where user_id = ${userId}::uuid) < ${routinesMax}::integer,
      'ROUTINE_LIMIT')`,
})

/** Updates a routine; raises STALE_VERSION when the stored one is not at the previous version. */
export const updateRoutine = effect({
  name: 'updateRoutine',
  sql: ({ userId, routine }: Write) => sql`
    with touched as (
      update routines
      set
        name = ${routine.name}::text,
        notes = ${routine.notes}::text,
        exercises = ${exercisesJson(routine)}::jsonb,
        version = ${routine.version}::integer,
        updated_at = ${routine.updatedAt}::timestamptz
      where id = ${routine.id}::uuid
        and user_id = ${userId}::uuid
        and version = ${routine.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})

/** Deletes a routine; raises STALE_VERSION when the stored one is not at `version`. */
export const deleteRoutine = effect({
  name: 'deleteRoutine',
  sql: ({ userId, id, version }: { userId: AthleteId; id: RoutineId; version: number }) => sql`
    with deleted as (
      delete from routines
      where id = ${id}::uuid and user_id = ${userId}::uuid and version = ${version}::integer
      returning 1
    )
    select app.ensure(exists (select from deleted), 'STALE_VERSION')`,
})

/** The exercises of the library stay where they are: only their ids are kept. */
function exercisesJson({ exercises }: Routine): string {
  return JSON.stringify(exercises.map(({ exercise, ...how }) => ({ exerciseId: exercise.id, ...how })))
}
