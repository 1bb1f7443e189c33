import * as z from 'zod'
import { LoggedSet, PerformedSet, SetKind, type WorkedSet } from '#domain/effort/set.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import type { SetLog } from '#domain/session/set-log.schema.js'
import { canonicalInstant } from '#domain/values/canonical-instant.js'
import { type AthleteId, type SessionExerciseId, type SessionId, SetId } from '#domain/values/id.schema.js'
import { effect, many, sql } from '../statement.js'

const { id, setNumber, side, rpe, weightKg, pain, painSite, amount } = LoggedSet.shape

/** What was done in the set log `log`, as items of a JSON array: those of `Done`. */
const done = sql`
            log.set_number, log.side, log.kind, log.perceived_effort, log.weight_kg, log.pain, log.pain_site,
            coalesce(log.actual_reps, log.actual_duration_seconds)`

const Done = z.tuple([setNumber, side, SetKind, rpe, weightKg, pain, painSite, amount])

function doneOf([setNumber, side, kind, rpe, weightKg, pain, painSite, amount]: z.output<typeof Done>) {
  return { setNumber, side, kind, rpe, weightKg, pain, painSite, amount }
}

/**
 * Builds a logged set as JSON, of the set log `log`. It is an array, which PostgreSQL makes in half the time of an
 * object: a history has hundreds of sets.
 */
export const loggedSet = sql`
          json_build_array(
            log.id,${done}
          )`

/** The JSON that `loggedSet` builds. */
export const LoggedSetJson = z
  .tuple([id, ...Done.def.items])
  .transform(([id, ...items]): LoggedSet => ({ id, ...doneOf(items) }))

/** Builds a worked set in the same way. */
export const workedSet = sql`
          json_build_array(
            log.tempo,${done}
          )`

/** The JSON that `workedSet` builds. */
export const WorkedSetJson = z
  .tuple([z.string().nullable(), ...Done.def.items])
  .transform(([tempo, ...items]): WorkedSet => ({ ...doneOf(items), tempo }))

/** The members of a performed set as JSON, of the set log `log`: all but reps and seconds. */
const setMembers = sql`
            'id', log.id,
            'setNumber', log.set_number,
            'side', log.side,
            'kind', log.kind,
            'rpe', log.perceived_effort,
            'weightKg', log.weight_kg,
            'pain', log.pain,
            'painSite', log.pain_site`

/**
 * Joins the sets of the session exercise `item` as `log.list`: a JSON array of `SetLogJson`, null
 * when it has none.
 */
export const setsOfExercise = sql`
      cross join lateral (
        select json_agg(
          json_build_object(
            ${setMembers},
            'reps', log.actual_reps,
            'duration', log.actual_duration_seconds,
            'planned', case
              when log.planned_reps is not null then json_build_object('reps', log.planned_reps)
              when log.planned_duration_seconds is not null
                then json_build_object('duration', log.planned_duration_seconds)
            end,
            'restSeconds', log.rest_seconds,
            'tempo', log.tempo,
            'notes', log.notes,
            'completedAt', log.completed_at,
            'version', log.version,
            'createdAt', log.created_at,
            'updatedAt', log.updated_at
          )
          order by log.set_number, log.side
        ) as list
        from exercise_set_logs as log
        where log.session_exercise_id = item.id and log.user_id = item.user_id
      ) as log`

const instant = z.string().transform(canonicalInstant)

/** A logged set as JSON, which is read as a `SetLog`. */
export const SetLogJson = PerformedSet.extend({
  planned: SetPrescription.nullable(),
  restSeconds: z.number().nullable(),
  tempo: z.string().nullable(),
  notes: z.string().nullable(),
  completedAt: instant,
  version: z.number(),
  createdAt: instant,
  updatedAt: instant,
})

/** Lists which of these ids are those of sets that the athlete logged in other sessions. */
export const listSetsElsewhere = many({
  name: 'listSetsElsewhere',
  row: z.object({ id: SetId }),
  sql: ({ userId, sessionId, ids }: { userId: AthleteId; sessionId: SessionId; ids: readonly SetId[] }) => sql`
    select log.id
    from exercise_set_logs as log
    join session_exercises as item on item.id = log.session_exercise_id and item.user_id = log.user_id
    where log.id = any(${ids}::uuid[])
      and log.user_id = ${userId}::uuid
      and item.session_id <> ${sessionId}::uuid
    order by log.id`,
  map: ({ id }) => id,
})

/** A logged set with the id of its session exercise. */
type StoredSet = SetLog & { readonly sessionExerciseId: SessionExerciseId }

type Write = { userId: AthleteId; sets: readonly StoredSet[] }

/** Logged sets as rows `item`, in the columns of their table. */
const rowsOf = (sets: readonly StoredSet[]) => sql`
      select
        item.id, item."sessionExerciseId" as session_exercise_id, item."setNumber" as set_number, item.side, item.kind,
        (item.planned ->> 'reps')::integer as planned_reps, item.reps as actual_reps,
        (item.planned ->> 'duration')::integer as planned_duration_seconds, item.duration as actual_duration_seconds,
        item."weightKg" as weight_kg, item."restSeconds" as rest_seconds, item.tempo, item.rpe as perceived_effort,
        item.pain, item."painSite" as pain_site, item.notes, item."completedAt" as completed_at,
        item.version, item."createdAt" as created_at, item."updatedAt" as updated_at
      from json_to_recordset(${JSON.stringify(sets)}::json) as item (
        id uuid, "sessionExerciseId" uuid, "setNumber" integer, side text, kind text,
        planned json, reps integer, duration integer,
        "weightKg" numeric, "restSeconds" integer, tempo text, rpe numeric,
        pain integer, "painSite" text, notes text, "completedAt" timestamptz,
        version integer, "createdAt" timestamptz, "updatedAt" timestamptz
      )`

/** Inserts logged sets, as a statement or as a part of one. */
export const insertedSets = ({ userId, sets }: Write) => sql`
    insert into exercise_set_logs (
      id, session_exercise_id, user_id, set_number, side, kind,
      planned_reps, actual_reps, planned_duration_seconds, actual_duration_seconds,
      weight_kg, rest_seconds, tempo, perceived_effort, pain, pain_site, notes,
      completed_at, version, created_at, updated_at
    )
    select
      item.id, item.session_exercise_id, ${userId}::uuid, item.set_number, item.side, item.kind,
      item.planned_reps, item.actual_reps, item.planned_duration_seconds, item.actual_duration_seconds,
      item.weight_kg, item.rest_seconds, item.tempo, item.perceived_effort, item.pain, item.pain_site, item.notes,
      item.completed_at, item.version, item.created_at, item.updated_at
    from (${rowsOf(sets)}) as item`

/** Inserts logged sets. */
export const insertSetLogs = effect({
  name: 'insertSetLogs',
  sql: ({ userId, sets }: Write) => insertedSets({ userId, sets }),
})

/** Updates corrected sets; `sets` is the JSON from `setsJson`. */
export const updateSetLogs = effect({
  name: 'updateSetLogs',
  sql: ({ userId, sets }: Write) => sql`
    update exercise_set_logs as stored
    set set_number = item.set_number,
      side = item.side,
      kind = item.kind,
      planned_reps = item.planned_reps,
      actual_reps = item.actual_reps,
      planned_duration_seconds = item.planned_duration_seconds,
      actual_duration_seconds = item.actual_duration_seconds,
      weight_kg = item.weight_kg,
      rest_seconds = item.rest_seconds,
      tempo = item.tempo,
      perceived_effort = item.perceived_effort,
      pain = item.pain,
      pain_site = item.pain_site,
      notes = item.notes,
      completed_at = item.completed_at,
      version = item.version,
      updated_at = item.updated_at
    from (${rowsOf(sets)}) as item
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
