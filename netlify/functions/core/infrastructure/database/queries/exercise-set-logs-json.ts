import * as z from 'zod'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import { PainSite, type SetLog, Side } from '#domain/session/set-log.schema.js'
import { sql } from '../statement.js'

/**
 * Joins the sets of the session exercise `item` as `log.list`: a JSON array of `SetLogJson`, null
 * when there are none.
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

/** A logged set as JSON: its columns. */
export const SetLogJson = z.object({
  id: z.string(),
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

/** The set that the JSON stands for. */
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
