import type { SessionExercise } from '#domain/session/session.js'
import type { AthleteId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'

type Write = { userId: AthleteId; sessionId: SessionId; exercises: string }

/** Inserts the exercises of a session, as a statement or as a part of one; `exercises` is the JSON from `exercisesJson`. */
export const insertedExercises = ({ userId, sessionId, exercises }: Write) => sql`
    insert into session_exercises (
      id, session_id, user_id, exercise_id, exercise_order,
      group_number, planned_sets, modifier, planned_tempo, planned_rest_seconds, planned_notes,
      actual_sets, actual_tempo, actual_rest_seconds, actual_notes,
      completed, planned_from, standard_sets, standard_difficulty,
      standard_body_mass_fraction, standard_body_mass_kg, version, created_at, updated_at
    )
    select
      item.id, ${sessionId}::uuid, ${userId}::uuid, item.exercise_id, item.exercise_order,
      item.group_number, item.planned_sets, item.modifier, item.planned_tempo, item.planned_rest_seconds, item.planned_notes,
      item.actual_sets, item.actual_tempo, item.actual_rest_seconds, item.actual_notes,
      item.completed, item.planned_from, item.standard_sets, item.standard_difficulty,
      item.standard_body_mass_fraction, item.standard_body_mass_kg,
      item.version, item.created_at, item.updated_at
    from json_to_recordset(${exercises}::json) as item (
      id uuid, exercise_id uuid, exercise_order integer, group_number smallint,
      planned_sets jsonb, modifier text, planned_tempo text, planned_rest_seconds integer, planned_notes text,
      actual_sets jsonb, actual_tempo text, actual_rest_seconds integer, actual_notes text,
      completed boolean, planned_from text, standard_sets jsonb, standard_difficulty numeric,
      standard_body_mass_fraction numeric, standard_body_mass_kg numeric,
      version integer, created_at timestamptz, updated_at timestamptz
    )`

/** Inserts exercises into a session that is there; `exercises` is the JSON from `exercisesJson`. */
export const insertSessionExercises = effect({
  name: 'insertSessionExercises',
  sql: ({ userId, sessionId, exercises }: Write) => insertedExercises({ userId, sessionId, exercises }),
})

/** Updates changed exercises of a session; `exercises` is the JSON from `exercisesJson`. */
export const updateSessionExercises = effect({
  name: 'updateSessionExercises',
  sql: ({ userId, sessionId, exercises }: Write) => sql`
    update session_exercises as stored
    set exercise_id = item.exercise_id,
      exercise_order = item.exercise_order,
      group_number = item.group_number,
      planned_sets = item.planned_sets,
      modifier = item.modifier,
      planned_tempo = item.planned_tempo,
      planned_rest_seconds = item.planned_rest_seconds,
      planned_notes = item.planned_notes,
      actual_sets = item.actual_sets,
      actual_tempo = item.actual_tempo,
      actual_rest_seconds = item.actual_rest_seconds,
      actual_notes = item.actual_notes,
      completed = item.completed,
      planned_from = item.planned_from,
      standard_sets = item.standard_sets,
      standard_difficulty = item.standard_difficulty,
      standard_body_mass_fraction = item.standard_body_mass_fraction,
      standard_body_mass_kg = item.standard_body_mass_kg,
      version = item.version,
      updated_at = item.updated_at
    from json_to_recordset(${exercises}::json) as item (
      id uuid, exercise_id uuid, exercise_order integer, group_number smallint,
      planned_sets jsonb, modifier text, planned_tempo text, planned_rest_seconds integer, planned_notes text,
      actual_sets jsonb, actual_tempo text, actual_rest_seconds integer, actual_notes text,
      completed boolean, planned_from text, standard_sets jsonb, standard_difficulty numeric,
      standard_body_mass_fraction numeric, standard_body_mass_kg numeric,
      version integer, updated_at timestamptz
    )
    where stored.id = item.id and stored.session_id = ${sessionId}::uuid and stored.user_id = ${userId}::uuid`,
})

/** Deletes exercises from a session, with their sets. */
export const deleteSessionExercises = effect({
  name: 'deleteSessionExercises',
  sql: ({
    userId,
    sessionId,
    ids,
  }: {
    userId: AthleteId
    sessionId: SessionId
    ids: readonly SessionExerciseId[]
  }) => sql`
    delete from session_exercises
    where id = any(${ids}::uuid[]) and session_id = ${sessionId}::uuid and user_id = ${userId}::uuid`,
})

/** Makes the JSON that `insertSessionExercises` and `updateSessionExercises` take. */
export function exercisesJson(exercises: readonly SessionExercise[]): string {
  return JSON.stringify(exercises.map(rowOf))
}

function rowOf({ exercise, planned, actual, standard, ...item }: SessionExercise) {
  return {
    id: item.id,
    exercise_id: exercise.id,
    exercise_order: item.order,
    group_number: planned.group,
    planned_sets: planned.sets,
    modifier: planned.modifier,
    planned_tempo: planned.tempo,
    planned_rest_seconds: planned.restSeconds,
    planned_notes: planned.notes,
    actual_sets: actual.sets,
    actual_tempo: actual.tempo,
    actual_rest_seconds: actual.restSeconds,
    actual_notes: actual.notes,
    completed: item.completed,
    planned_from: item.plannedFrom,
    standard_sets: standard?.sets ?? null,
    standard_difficulty: standard?.difficulty ?? null,
    standard_body_mass_fraction: standard?.bodyMassFraction ?? null,
    standard_body_mass_kg: standard?.bodyMassKg ?? null,
    version: item.version,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
  }
}
