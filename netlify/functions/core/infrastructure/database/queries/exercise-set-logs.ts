import * as z from 'zod'
import { Side } from '#domain/effort/set.schema.js'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import { PainSite } from '#domain/library/vocabulary.js'
import type { SetLog } from '#domain/session/set-log.schema.js'
import { type AthleteId, type SessionExerciseId, SetId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'

/**
 * Joins the sets of the session exercise `item` as `log.list`: a JSON array of `SetLogJson`, null
 * when it has none.
 */
export const setsOfExercise = sql`
      cross join lateral (
        select json_agg(
          json_build_object(
            'id', log.id,
            'set_number', log.set_number,
            'side', log.side,
            'planned_reps', log.planned_reps,
            'actual_reps', log.actual_reps,
            'planned_duration_seconds', log.planned_duration_seconds,
            'actual_duration_seconds', log.actual_duration_seconds,
            'weight_kg', log.weight_kg,
            'rest_seconds', log.rest_seconds,
            'perceived_effort', log.perceived_effort,
            'pain', log.pain,
            'pain_site', log.pain_site,
            'notes', log.notes,
            'completed_at', log.completed_at,
            'version', log.version,
            'created_at', log.created_at,
            'updated_at', log.updated_at
          )
          order by log.set_number, log.side
        ) as list
        from exercise_set_logs as log
        where log.session_exercise_id = item.id and log.user_id = item.user_id
      ) as log`

/** The columns of a logged set, as JSON. */
export const SetLogJson = z.object({
  id: SetId,
  set_number: z.number(),
  side: Side.nullable(),
  planned_reps: z.number().nullable(),
  actual_reps: z.number().nullable(),
  planned_duration_seconds: z.number().nullable(),
  actual_duration_seconds: z.number().nullable(),
  weight_kg: z.number().nullable(),
  rest_seconds: z.number().nullable(),
  perceived_effort: z.number().nullable(),
  pain: z.number().nullable(),
  pain_site: PainSite.nullable(),
  notes: z.string().nullable(),
  completed_at: z.string(),
  version: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
})

type Json = z.output<typeof SetLogJson>

/** Turns the JSON of a logged set into the domain's `SetLog`. */
export function setFrom(json: Json): SetLog {
  return {
    id: json.id,
    setNumber: json.set_number,
    side: json.side,
    reps: json.actual_reps,
    duration: json.actual_duration_seconds,
    planned: plannedFrom(json),
    rpe: json.perceived_effort,
    restSeconds: json.rest_seconds,
    weightKg: json.weight_kg,
    pain: json.pain,
    painSite: json.pain_site,
    notes: json.notes,
    completedAt: new Date(json.completed_at).toISOString(),
    version: json.version,
    createdAt: new Date(json.created_at).toISOString(),
    updatedAt: new Date(json.updated_at).toISOString(),
  }
}

function plannedFrom({ planned_reps, planned_duration_seconds }: Json): SetPrescription | null {
  if (planned_reps !== null) return { reps: planned_reps }
  return planned_duration_seconds === null ? null : { duration: planned_duration_seconds }
}

/** A logged set with the id of its session exercise. */
type StoredSet = SetLog & { readonly sessionExerciseId: SessionExerciseId }

type Write = { userId: AthleteId; sets: string }

/** Inserts logged sets; `sets` is the JSON from `setsJson`. */
export const insertSetLogs = effect({
  name: 'insertSetLogs',
  sql: ({ userId, sets }: Write) => sql`
    insert into exercise_set_logs (
      id, session_exercise_id, user_id, set_number, side,
      planned_reps, actual_reps, planned_duration_seconds, actual_duration_seconds,
      weight_kg, rest_seconds, perceived_effort, pain, pain_site, notes,
      completed_at, version, created_at, updated_at
    )
    select
      item.id, item.session_exercise_id, ${userId}::uuid, item.set_number, item.side,
      item.planned_reps, item.actual_reps, item.planned_duration_seconds, item.actual_duration_seconds,
      item.weight_kg, item.rest_seconds, item.perceived_effort, item.pain, item.pain_site, item.notes,
      item.completed_at, item.version, item.created_at, item.updated_at
    from json_to_recordset(${sets}::json) as item (
      id uuid, session_exercise_id uuid, set_number integer, side text,
      planned_reps integer, actual_reps integer, planned_duration_seconds integer, actual_duration_seconds integer,
      weight_kg numeric, rest_seconds integer, perceived_effort numeric, pain integer, pain_site text, notes text,
      completed_at timestamptz, version integer, created_at timestamptz, updated_at timestamptz
    )`,
})

/** Updates corrected sets; `sets` is the JSON from `setsJson`. */
export const updateSetLogs = effect({
  name: 'updateSetLogs',
  sql: ({ userId, sets }: Write) => sql`
    update exercise_set_logs as stored
    set set_number = item.set_number,
      side = item.side,
      planned_reps = item.planned_reps,
      actual_reps = item.actual_reps,
      planned_duration_seconds = item.planned_duration_seconds,
      actual_duration_seconds = item.actual_duration_seconds,
      weight_kg = item.weight_kg,
      rest_seconds = item.rest_seconds,
      perceived_effort = item.perceived_effort,
      pain = item.pain,
      pain_site = item.pain_site,
      notes = item.notes,
      completed_at = item.completed_at,
      version = item.version,
      updated_at = item.updated_at
    from json_to_recordset(${sets}::json) as item (
      id uuid, session_exercise_id uuid, set_number integer, side text,
      planned_reps integer, actual_reps integer, planned_duration_seconds integer, actual_duration_seconds integer,
      weight_kg numeric, rest_seconds integer, perceived_effort numeric, pain integer, pain_site text, notes text,
      completed_at timestamptz, version integer, updated_at timestamptz
    )
    where stored.id = item.id
      and stored.session_exercise_id = item.session_exercise_id
      and stored.user_id = ${userId}::uuid`,
})

export const deleteSetLogs = effect({
  name: 'deleteSetLogs',
  sql: ({ userId, ids }: { userId: AthleteId; ids: readonly SetId[] }) => sql`
    delete from exercise_set_logs
    where id = any(${ids}::uuid[]) and user_id = ${userId}::uuid`,
})

/** Makes the JSON that `insertSetLogs` and `updateSetLogs` take. */
export function setsJson(sets: readonly StoredSet[]): string {
  return JSON.stringify(sets.map(rowOf))
}

function rowOf(set: StoredSet) {
  return {
    id: set.id,
    session_exercise_id: set.sessionExerciseId,
    set_number: set.setNumber,
    side: set.side,
    planned_reps: set.planned && 'reps' in set.planned ? set.planned.reps : null,
    actual_reps: set.reps,
    planned_duration_seconds: set.planned && 'duration' in set.planned ? set.planned.duration : null,
    actual_duration_seconds: set.duration,
    weight_kg: set.weightKg,
    rest_seconds: set.restSeconds,
    perceived_effort: set.rpe,
    pain: set.pain,
    pain_site: set.painSite,
    notes: set.notes,
    completed_at: set.completedAt,
    version: set.version,
    created_at: set.createdAt,
    updated_at: set.updatedAt,
  }
}
