import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { LoggedSet } from '#domain/effort/set.schema.js'
import { EventType, parseEvent } from '#domain/event/event.js'
import { directiveOf, directiveTypes } from '#domain/training/directives.js'
import type { Directive, LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import { canonicalInstant } from '#domain/values/canonical-instant.js'
import { type AthleteId, ExerciseId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import type { Steps } from '#domain/values/steps.js'
import { effect, type Sql, sql, whole } from '../statement.js'
import { setMembers } from './exercise-set-logs.js'

/** Sets as `[{"reps": 8}, {"duration": 30}]`, read as plain numbers: reps or seconds. */
const amounts = z.array(z.record(z.string(), z.number())).transform((sets) => sets.flatMap((set) => Object.values(set)))

const loggedExercise = z.object({
  id: SessionExerciseId,
  exerciseId: ExerciseId,
  order: z.number(),
  targets: amounts,
  modifier: Modifier,
  standard: z.object({
    sets: amounts,
    difficulty: z.number(),
    bodyMassFraction: z.number().nullable(),
    bodyMassKg: z.number().nullable(),
  }),
  sets: z.array(LoggedSet),
})

const loggedSession = z.object({
  id: SessionId,
  date: z.string(),
  completedAt: z.string().transform(canonicalInstant),
  rulesVersion: z.string(),
  exercises: z.array(loggedExercise),
})

/**
 * A part of an athlete's training log: its version, a session or a directive. Each comes in a row of
 * its own, because one document of everything would have to be read at a stretch.
 */
const trainingLogRow = z.object({
  version: z.number().nullable(),
  session: loggedSession.nullable(),
  directive: z
    .object({
      type: EventType,
      version: z.number(),
      occurredAt: z.string(),
      payload: z.record(z.string(), z.unknown()),
    })
    .nullable(),
})

type Athlete = { userId: AthleteId }

/** The training log, and its version: how often its facts have changed (`touchTraining`). */
export type VersionedTrainingLog = TrainingLog & { readonly version: number }

/** Joins the sets of the session exercise `performed` as `log.list`, null when it has none. */
const setsOfPerformed = sql`
      cross join lateral (
        select json_agg(
          json_build_object(
            ${setMembers},
            'amount', coalesce(log.actual_reps, log.actual_duration_seconds)
          )
          order by log.set_number, log.side nulls first
        ) as list
        from exercise_set_logs as log
        where log.session_exercise_id = performed.id and log.user_id = performed.user_id
      ) as log`

/**
 * Joins the exercises of `session` with their sets as `trained.list`, null when it has none. Each
 * session is looked up by itself: joined as wholes, all exercises may be sought once for each session
 * (see `listCategorySets`).
 */
const exercisesOfSession = sql`
      cross join lateral (
        select json_agg(json_build_object(
          'id', performed.id,
          'exerciseId', performed.exercise_id,
          'order', performed.exercise_order,
          'targets', performed.planned_sets,
          'modifier', performed.modifier,
          'standard', json_build_object(
            'sets', performed.standard_sets,
            'difficulty', performed.standard_difficulty,
            'bodyMassFraction', performed.standard_body_mass_fraction,
            'bodyMassKg', performed.standard_body_mass_kg),
          'sets', coalesce(log.list, '[]'::json)) order by performed.exercise_order, performed.id) as list
        from session_exercises as performed
        ${setsOfPerformed}
        where performed.session_id = session.id
          and performed.user_id = session.user_id
          and performed.standard_sets is not null
      ) as trained`

/** Selects the parts of a training log, each under `condition`; the version comes in any case. */
const trainingLogParts = ({ userId }: Athlete, condition: Sql) => sql`
    select version, session, directive
    from (
      select
        coalesce((select version from training_versions where user_id = ${userId}::uuid), 0) as version,
        null::json as session,
        null::json as directive,
        '' as place
      union all
      select
        null,
        json_build_object(
          'id', session.id,
          'date', session.session_date,
          'completedAt', session.completed_at,
          'rulesVersion', session.rules_version,
          'exercises', coalesce(trained.list, '[]'::json)),
        null,
        concat_ws(' ', session.session_date, session.completed_at at time zone 'UTC', session.id)
      from workout_sessions as session
      ${exercisesOfSession}
      where session.user_id = ${userId}::uuid
        and session.status = 'completed'
        and session.rules_version is not null
        and ${condition}
      union all
      select
        null,
        null,
        json_build_object(
          'type', event.type,
          'version', event.type_version,
          'occurredAt', event.occurred_at,
          'payload', event.payload),
        lpad(event.sequence::text, 20, '0')
      from events as event
      where event.user_id = ${userId}::uuid
        and event.type = any (${directiveTypes}::text[])
        and ${condition}
    ) as part
    order by place collate "C"`

/** Collects the parts of a training log. */
function* trainingLogFrom(parts: readonly z.output<typeof trainingLogRow>[]): Steps<VersionedTrainingLog> {
  const [sessions, directives]: [LoggedSession[], Directive[]] = [[], []]
  for (const { session, directive } of parts) {
    if (session) sessions.push(session)
    if (directive) directives.push(...directivesIn(directive))
    yield
  }
  return { version: parts.find(({ version }) => version !== null)?.version ?? 0, sessions, directives }
}

/**
 * Reads every fact that an athlete's training decisions rest on: completed sessions with their sets
 * as stored now, and directives.
 */
export const readTrainingLog = whole({
  name: 'readTrainingLog',
  row: trainingLogRow,
  sql: (athlete: Athlete) => trainingLogParts(athlete, sql`true`),
  collect: trainingLogFrom,
})

/**
 * Reads the training log when decisions rest on this session, because it is completed; else its
 * version alone. So a set that is logged during a workout costs the same whatever was done before it.
 */
export const readTrainingLogBehind = whole({
  name: 'readTrainingLogBehind',
  row: trainingLogRow,
  sql: ({ userId, sessionId }: Athlete & { sessionId: SessionId }) =>
    trainingLogParts(
      { userId },
      sql`exists (
          select
          from workout_sessions
          where id = ${sessionId}::uuid and user_id = ${userId}::uuid and status = 'completed'
        )`,
    ),
  collect: trainingLogFrom,
})

type StoredDirective = NonNullable<z.output<typeof trainingLogRow>['directive']>

function directivesIn(stored: StoredDirective): Directive[] {
  const directive = directiveOf({ ...parseEvent(stored), occurredAt: new Date(stored.occurredAt) })
  return directive ? [directive] : []
}

/**
 * Counts a change of the facts, decided on `version` of the training log; raises STALE_VERSION when
 * the log is no longer at that version.
 */
export const touchTraining = effect({
  name: 'touchTraining',
  sql: ({ userId, version }: { userId: AthleteId; version: number }) => sql`
    with touched as (
      insert into training_versions as training (user_id, version)
      values (${userId}::uuid, ${version}::integer + 1)
      on conflict on constraint training_versions_pkey do update
      set version = excluded.version
      where training.version = excluded.version - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})
