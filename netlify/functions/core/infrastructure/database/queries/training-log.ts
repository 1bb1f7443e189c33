import * as z from 'zod'
import { checkpointForm, checkpointOf, type StoredCheckpoint } from '#domain/coach/reading/checkpoint.js'
import type { LoadedLog } from '#domain/coach/reading/fold-with-notes.js'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { LoggedSet } from '#domain/effort/set.schema.js'
import { EventType, parseEvent } from '#domain/event/event.js'
import { directiveOf, directiveTypes } from '#domain/training/directives.js'
import type { Directive, LoggedSession } from '#domain/training/training-log.js'
import { canonicalInstant } from '#domain/values/canonical-instant.js'
import { type AthleteId, ExerciseId, PlaceId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
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
  placeId: PlaceId.nullable(),
  exercises: z.array(loggedExercise),
})

/** A checkpoint as this release stored it (`checkpointForm`): nobody else writes them. */
export const checkpointRow = z.object({
  day: z.string(),
  state: z.custom<StoredCheckpoint['state']>(),
  notes: z.custom<StoredCheckpoint['notes']>(),
})

/**
 * A part of an athlete's training log: its version and its base, a session or a directive. Each comes
 * in a row of its own, because one document of everything would have to be read at a stretch.
 */
const trainingLogRow = z.object({
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

type Athlete = { userId: AthleteId }

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

/** What of a training log is read. */
type Extent = {
  /** The common table expressions that the conditions name. */
  readonly expressions: Sql
  readonly base: Sql
  readonly checkpointDays: Sql
  readonly isSessionWanted: Sql
  /** Selects the events that are directives. */
  readonly directives: Sql
}

/** Selects the parts of a training log. */
const trainingLogParts = ({ userId }: Athlete, extent: Extent) => sql`
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
function* trainingLogFrom(parts: readonly z.output<typeof trainingLogRow>[]): Steps<VersionedTrainingLog> {
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

/**
 * Reads every fact that an athlete's training decisions rest on: completed sessions with their sets
 * as stored now, and directives.
 */
export const readTrainingLog = whole({
  name: 'readTrainingLog',
  row: trainingLogRow,
  sql: (athlete: Athlete) =>
    trainingLogParts(athlete, {
      expressions: sql``,
      base: sql`null`,
      checkpointDays: sql`'[]'::json`,
      isSessionWanted: sql`true`,
      directives: sql`
        select sequence, type, type_version, occurred_at, payload
        from events
        where user_id = ${athlete.userId}::uuid
          and type = any (${directiveTypes}::text[])`,
    }),
  collect: trainingLogFrom,
})

/** Where a training log is read from. Null asks for nothing. */
type From = Athlete & {
  /** The rules in force, by which the notes of a checkpoint were taken. */
  readonly rulesVersion: string
  /** The facts from this day on are about to change, or those from the day of this session on. */
  readonly changesFrom: string | null
  readonly changesSession: SessionId | null
  /** Sessions from this day on are wanted in any case, and so many of the newest ones. */
  readonly recentFrom: string | null
  readonly recentSessions: number
}

/** Selects the checkpoints that hold: those of this form, of the rules in force and of the library as it is. */
export const soundCheckpoints = ({ userId, rulesVersion }: Pick<From, 'userId' | 'rulesVersion'>) => sql`
      select day, state, notes
      from training_checkpoints
      where user_id = ${userId}::uuid
        and form = ${checkpointForm}::smallint
        and rules_version = ${rulesVersion}::text
        and library_version = (select version from library_version)`

/** The newest checkpoint that holds and whose day lies before what changes, and what is loaded after it. */
const checkpointExpressions = (from: From) => sql`
    with sound as (${soundCheckpoints(from)}
    ),
    base as materialized (
      select sound.day, sound.state, sound.notes
      from sound
      where sound.day < coalesce(
        least(
          ${from.changesFrom}::date,
          (
            select session_date
            from workout_sessions
            where id = ${from.changesSession}::uuid and user_id = ${from.userId}::uuid
          )),
        'infinity')
      order by sound.day desc
      limit 1
    ),
    loaded as materialized (
      select least(
        coalesce((select day + 1 from base), '-infinity'),
        ${from.recentFrom}::date,
        (
          select min(newest.session_date)
          from (
            select session_date
            from workout_sessions
            where user_id = ${from.userId}::uuid and status = 'completed'
            order by session_date desc
            limit ${from.recentSessions}::integer
          ) as newest
        )) as since
    )`

/**
 * Selects the directives that lie after the base, and what the athlete said of sessions that do. The types are
 * written out, because only so are their indexes used (`idx_events_user_directive`, `idx_events_user_amended`).
 *
 * Nothing but a deload is said more than two days before the day that it is about: a session is completed
 * 38 hours before its day begins in UTC at the earliest (`lastDayWithWork`).
 */
const directivesAfterBase = ({ userId }: Athlete, condition: Sql) => sql`
        select sequence, type, type_version, occurred_at, payload
        from events
        where user_id = ${userId}::uuid
          and type in (
            'workingSets.setByHand', 'decision.overridden', 'observation.confirmed', 'level.setByHand',
            'level.assessed', 'level.achieved', 'goal.set', 'goal.changed', 'goal.dropped'
          )
          and recorded_at >= (select coalesce((select (day - 2)::timestamptz from base), '-infinity'))
          and payload ->> 'on' > (select coalesce((select day::text from base), ''))
          and ${condition}
        union
        select sequence, type, type_version, occurred_at, payload
        from events
        where user_id = ${userId}::uuid
          and type in ('decision.overridden', 'observation.confirmed')
          and subject = any (array(
            select performed.id::text
            from session_exercises as performed
            join workout_sessions as amended
              on amended.id = performed.session_id
              and amended.user_id = performed.user_id
            where amended.user_id = ${userId}::uuid
              and amended.session_date > (select day from base)
          ))
          and ${condition}
        union
        select sequence, type, type_version, occurred_at, payload
        from events
        where user_id = ${userId}::uuid
          and type = 'deload.begun'
          and payload ->> 'startsOn' > (select coalesce((select day::text from base), ''))
          and ${condition}`

/**
 * Reads a training log from the newest checkpoint that holds: what happened on the days after it, and
 * the sessions of the last weeks that are asked for. Without a checkpoint it is the whole log.
 */
export const readTrainingLogFrom = whole({
  name: 'readTrainingLogFrom',
  row: trainingLogRow,
  sql: (from: From) => trainingLogParts(from, extentFrom(from, sql`true`)),
  collect: trainingLogFrom,
})

/**
 * Reads the same when decisions rest on the session that changes, because it is completed; else the
 * version alone. So a set that is logged during a workout costs the same whatever was done before it.
 */
export const readTrainingLogBehind = whole({
  name: 'readTrainingLogBehind',
  row: trainingLogRow,
  sql: (from: From) =>
    trainingLogParts(
      from,
      extentFrom(
        from,
        sql`exists (
          select
          from workout_sessions
          where id = ${from.changesSession}::uuid and user_id = ${from.userId}::uuid and status = 'completed'
        )`,
      ),
    ),
  collect: trainingLogFrom,
})

function extentFrom(from: From, condition: Sql): Extent {
  return {
    expressions: checkpointExpressions(from),
    base: sql`(select json_build_object('day', day, 'state', state, 'notes', notes) from base where ${condition})`,
    checkpointDays: sql`(select coalesce(json_agg(day order by day), '[]'::json) from sound)`,
    isSessionWanted: sql`session.session_date >= (select since from loaded) and ${condition}`,
    directives: directivesAfterBase(from, condition),
  }
}

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
