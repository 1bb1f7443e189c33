import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'
import { PlannedFrom, type SessionExercise, type Standard } from '#domain/session/session.js'
import { PerformedAmount } from '#domain/training/performed-sets.schema.js'
import { type AthleteId, type ExerciseId, type RoutineId, SessionExerciseId } from '#domain/values/id.schema.js'
import { maybeOne, type Sql, sql } from '../statement.js'
import { bodyMassAsOf } from './body-mass-entries.js'
import {
  defaultsOf,
  defaultsRow,
  isNamedBy,
  joinCategory,
  TrainedExerciseJson,
  trainedExercise,
} from './exercise-columns.js'
import { SetLogJson, setsOfExercise } from './exercise-set-logs.js'

/**
 * Joins the body mass as of the day of `session` as `weighed`: the latest entry up to then, else the
 * first after it. Nothing is known without the consent.
 */
const joinBodyMass = sql`
      left join lateral (${bodyMassAsOf(sql`session.user_id`, sql`session.session_date`)}
      ) as weighed on true`

/**
 * Joins the exercises of `session` as `item.list`: a JSON array of `SessionExerciseJson`, null when
 * it has none.
 */
export const exercisesOfSession = sql`
    cross join lateral (
      select json_agg(
        json_build_object(
          'id', item.id,
          'exercise_order', item.exercise_order,
          'exercise', ${trainedExercise},
          'group_number', item.group_number,
          'planned_sets', item.planned_sets,
          'modifier', item.modifier,
          'planned_tempo', item.planned_tempo,
          'planned_rest_seconds', item.planned_rest_seconds,
          'planned_notes', item.planned_notes,
          'actual_sets', item.actual_sets,
          'actual_tempo', item.actual_tempo,
          'actual_rest_seconds', item.actual_rest_seconds,
          'actual_notes', item.actual_notes,
          'completed', item.completed,
          'planned_from', item.planned_from,
          'standard_sets', item.standard_sets,
          'standard_difficulty', item.standard_difficulty,
          'standard_body_mass_fraction', item.standard_body_mass_fraction,
          'standard_body_mass_kg', item.standard_body_mass_kg,
          'library_sets', exercise.default_sets,
          'library_difficulty', exercise.difficulty,
          'library_body_mass_fraction', exercise.body_mass_fraction,
          'body_mass_kg', weighed.body_mass_kg,
          'version', item.version,
          'created_at', item.created_at,
          'updated_at', item.updated_at,
          'sets', coalesce(log.list, '[]')
        )
        order by item.exercise_order
      ) as list
      from session_exercises as item
      join exercises as exercise on exercise.id = item.exercise_id
      ${joinCategory}
      ${setsOfExercise}
      ${joinBodyMass}
      where item.session_id = session.id and item.user_id = session.user_id
    ) as item`

/**
 * A session exercise as JSON: its columns, the short form of the library's exercise, and its sets.
 */
export const SessionExerciseJson = z.object({
  id: SessionExerciseId,
  exercise_order: z.number(),
  exercise: TrainedExerciseJson,
  group_number: z.number().nullable(),
  planned_sets: z.array(SetPrescription),
  modifier: Modifier,
  planned_tempo: z.string().nullable(),
  planned_rest_seconds: z.number().nullable(),
  planned_notes: z.string().nullable(),
  actual_sets: z.array(PerformedAmount).nullable(),
  actual_tempo: z.string().nullable(),
  actual_rest_seconds: z.number().nullable(),
  actual_notes: z.string().nullable(),
  completed: z.boolean(),
  planned_from: PlannedFrom,
  standard_sets: z.array(SetPrescription).nullable(),
  standard_difficulty: z.number().nullable(),
  standard_body_mass_fraction: z.number().nullable(),
  standard_body_mass_kg: z.number().nullable(),
  library_sets: z.array(SetPrescription),
  library_difficulty: z.number(),
  library_body_mass_fraction: z.number(),
  body_mass_kg: z.number().nullable(),
  version: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  sets: z.array(SetLogJson),
})

type Json = z.output<typeof SessionExerciseJson>

/** Turns the JSON of a session exercise into the domain's `SessionExercise`. */
export function exerciseFrom(json: Json): SessionExercise {
  return {
    id: json.id,
    order: json.exercise_order,
    exercise: json.exercise,
    planned: {
      sets: json.planned_sets,
      modifier: json.modifier,
      tempo: json.planned_tempo,
      restSeconds: json.planned_rest_seconds,
      notes: json.planned_notes,
      group: json.group_number,
    },
    actual: {
      sets: json.actual_sets,
      tempo: json.actual_tempo,
      restSeconds: json.actual_rest_seconds,
      notes: json.actual_notes,
    },
    completed: json.completed,
    plannedFrom: json.planned_from,
    libraryStandard: {
      sets: json.library_sets,
      difficulty: json.library_difficulty,
      bodyMassFraction: json.library_body_mass_fraction,
      bodyMassKg: json.body_mass_kg,
    },
    standard: standardFrom(json),
    version: json.version,
    createdAt: new Date(json.created_at).toISOString(),
    updatedAt: new Date(json.updated_at).toISOString(),
    sets: json.sets,
  }
}

function standardFrom(json: Json): Standard | null {
  const { standard_sets: sets, standard_difficulty: difficulty } = json
  const { standard_body_mass_fraction: bodyMassFraction, standard_body_mass_kg: bodyMassKg } = json
  return sets === null || difficulty === null ? null : { sets, difficulty, bodyMassFraction, bodyMassKg }
}

const PlannableJson = z.object({
  exercise: TrainedExerciseJson,
  former_slugs: z.array(z.string()),
  difficulty: z.number(),
  body_mass_fraction: z.number(),
  ...defaultsRow,
  current_sets: z.array(SetPrescription).nullable(),
  current_tempo: z.string().nullable(),
  current_rest_seconds: z.number().nullable(),
  current_notes: z.string().nullable(),
})

/** Finds what is needed to plan the exercises of the library that meet a condition. */
const plannableWhere = (userId: AthleteId, condition: Sql) => sql`
    select
      athlete.time_zone,
      coalesce(item.list, '[]') as exercises
    from users as athlete
    cross join lateral (
      select json_agg(
        json_build_object(
          'exercise', ${trainedExercise},
          'former_slugs', exercise.former_slugs,
          'difficulty', exercise.difficulty,
          'body_mass_fraction', exercise.body_mass_fraction,
          'default_sets', exercise.default_sets,
          'default_tempo', exercise.default_tempo,
          'default_rest_seconds', exercise.default_rest_seconds,
          'default_notes', exercise.default_notes,
          'current_sets', config.current_sets,
          'current_tempo', config.current_tempo,
          'current_rest_seconds', config.current_rest_seconds,
          'current_notes', config.current_notes
        )
        order by exercise.slug
      ) as list
      from exercises as exercise
      ${joinCategory}
      left join user_exercise_configs as config on config.exercise_id = exercise.id and config.user_id = athlete.id
      where ${condition}
    ) as item
    where athlete.id = ${userId}::uuid`

const plannableRow = z.object({ time_zone: z.string(), exercises: z.array(PlannableJson) })

const plannableOf = (row: z.output<typeof plannableRow>) => ({
  timeZone: row.time_zone,
  exercises: row.exercises.map(plannableFrom),
})

/**
 * Finds what is needed to plan these exercises of the library for an athlete: the defaults, the
 * athlete's own configuration, and the athlete's time zone; null when the athlete is gone.
 * Exercises that do not exist are left out.
 */
export const findPlannable = maybeOne({
  name: 'findPlannable',
  row: plannableRow,
  sql: ({ userId, ids, slugs }: { userId: AthleteId; ids: readonly ExerciseId[]; slugs: readonly string[] }) =>
    plannableWhere(userId, isNamedBy({ ids, slugs })),
  map: plannableOf,
})

/** Finds the same for the exercises of one of the athlete's routines; none when there is no such routine. */
export const findPlannableOfRoutine = maybeOne({
  name: 'findPlannableOfRoutine',
  row: plannableRow,
  sql: ({ userId, routineId }: { userId: AthleteId; routineId: RoutineId }) =>
    plannableWhere(
      userId,
      sql`exercise.id in (
        select (item ->> 'exerciseId')::uuid
        from routines as routine
        cross join jsonb_array_elements(routine.exercises) as item
        where routine.id = ${routineId}::uuid and routine.user_id = ${userId}::uuid
      )`,
    ),
  map: plannableOf,
})

function plannableFrom(json: z.output<typeof PlannableJson>): PlannableExercise {
  return {
    exercise: json.exercise,
    formerSlugs: json.former_slugs,
    difficulty: json.difficulty,
    bodyMassFraction: json.body_mass_fraction,
    defaults: defaultsOf(json),
    personal: {
      sets: json.current_sets,
      tempo: json.current_tempo,
      restSeconds: json.current_rest_seconds,
      notes: json.current_notes,
    },
  }
}
