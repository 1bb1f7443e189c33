import * as z from 'zod'
import { checkpointOf } from '#domain/coach/reading/checkpoint.js'
import type { LoadedLog } from '#domain/coach/reading/fold-with-notes.js'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { EventType, parseEvent } from '#domain/event/event.js'
import { directiveOf } from '#domain/training/directives.js'
import type { Directive, LoggedSession } from '#domain/training/training-log.js'
import { canonicalInstant } from '#domain/values/canonical-instant.js'
import { type AthleteId, ExerciseId, PlaceId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import type { Steps } from '#domain/values/steps.js'
import { type Sql, sql } from '../statement.js'
import { LoggedSetJson, loggedSet } from './exercise-set-logs.js'
import { checkpointRow } from './training-checkpoints.js'

/** Sets as `[{"reps": 8}, {"duration": 30}]`, read as plain numbers: reps or seconds. */
const amounts = z.array(z.record(z.string(), z.number())).transform((sets) => sets.flatMap((set) => Object.values(set)))

/** An exercise as an array of its members, as sets are: see `loggedSet`. */
const loggedExercise = z
  .tuple([
    SessionExerciseId,
    ExerciseId,
    z.number(),
    amounts,
    Modifier,
    amounts,
    z.number(),
    z.number().nullable(),
    z.number().nullable(),
    z.array(LoggedSetJson),
  ])
  .transform(
    ([id, exerciseId, order, targets, modifier, standard, difficulty, bodyMassFraction, bodyMassKg, sets]) => ({
      id,
      exerciseId,
      order,
      targets,
      modifier,
      standard: { sets: standard, difficulty, bodyMassFraction, bodyMassKg },
      sets,
    }),
  )

const loggedSession = z.object({
  id: SessionId,
  date: z.string(),
  completedAt: z.string().transform(canonicalInstant),
  rulesVersion: z.string(),
  placeId: PlaceId.nullable(),
  exercises: z.array(loggedExercise),
})

/**
 * A part of an athlete's training log: its version and its base, a session or a directive. Each comes
 * in a row of its own, because one document of everything would have to be read at a stretch.
 */
export const trainingLogRow = z.object({
  head: z
    .object({ version: z.number(), base: checkpointRow.nullable(), checkpointDays: z.array(z.string()) })
    .nullable(),
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

export type Athlete = { readonly userId: AthleteId }

/** A training log as it was read. */
export type VersionedTrainingLog = LoadedLog & {
  /** How often its facts have changed (`touchTraining`). */
  readonly version: number
  /** The days of all checkpoints that hold, oldest first. */
  readonly checkpointDays: readonly string[]
}

/** Joins the sets of the session exercise `performed` as `log.list`, null when it has none. */
const setsOfPerformed = sql`
      cross join lateral (
        select json_agg(${loggedSet}
          order by log.set_number, log.side nulls first
        ) as list
        from exercise_set_logs as log
        where log.session_exercise_id = performed.id and log.user_id = performed.user_id
      ) as log`

/**
 * Joins the exercises of `session` with their sets as `trained.list`, null when it has none. Each
 * session is looked up by itself: joined as wholes, all exercises may be sought once for each session.
 */
const exercisesOfSession = sql`
      cross join lateral (
        select json_agg(json_build_array(
          performed.id,
          performed.exercise_id,
          performed.exercise_order,
          performed.planned_sets,
          performed.modifier,
          performed.standard_sets,
          performed.standard_difficulty,
          performed.standard_body_mass_fraction,
          performed.standard_body_mass_kg,
          coalesce(log.list, '[]'::json)) order by performed.exercise_order, performed.id) as list
        from session_exercises as performed
        ${setsOfPerformed}
        where performed.session_id = session.id
          and performed.user_id = session.user_id
          and performed.standard_sets is not null
      ) as trained`

/** What of a training log is read. */
export type Extent = {
  /** The common table expressions that the conditions name. */
  readonly expressions: Sql
  readonly base: Sql
  readonly checkpointDays: Sql
  readonly isSessionWanted: Sql
  /** Selects the events that are directives. */
  readonly directives: Sql
}

/** Selects the parts of a training log. */
export const trainingLogParts = ({ userId }: Athlete, extent: Extent) => sql`
    ${extent.expressions}
    select head, session, directive
    from (
      select
        json_build_object(
          'version', coalesce((select version from training_versions where user_id = ${userId}::uuid), 0),
          'base', ${extent.base},
          'checkpointDays', ${extent.checkpointDays}) as head,
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
          'placeId', session.place_id,
          'exercises', coalesce(trained.list, '[]'::json)),
        null,
        concat_ws(' ', session.session_date, session.completed_at at time zone 'UTC', session.id)
      from workout_sessions as session
      ${exercisesOfSession}
      where session.user_id = ${userId}::uuid
        and session.status = 'completed'
        and session.rules_version is not null
        and ${extent.isSessionWanted}
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
      from (${extent.directives}) as event
    ) as part
    order by place collate "C"`

/** Collects the parts of a training log. */
export function* trainingLogFrom(parts: readonly z.output<typeof trainingLogRow>[]): Steps<VersionedTrainingLog> {
  const [sessions, directives]: [LoggedSession[], Directive[]] = [[], []]
  for (const { session, directive } of parts) {
    if (session) sessions.push(session)
    if (directive) directives.push(...directivesIn(directive))
    yield
  }
  const head = parts.find((part) => part.head !== null)?.head
  if (!head) throw new Error('a training log came without its version')
  const { version, checkpointDays } = head
  return { version, checkpointDays, base: head.base && checkpointOf(head.base.day, head.base), sessions, directives }
}

type StoredDirective = NonNullable<z.output<typeof trainingLogRow>['directive']>

function directivesIn(stored: StoredDirective): Directive[] {
  const directive = directiveOf({ ...parseEvent(stored), occurredAt: new Date(stored.occurredAt) })
  return directive ? [directive] : []
}
