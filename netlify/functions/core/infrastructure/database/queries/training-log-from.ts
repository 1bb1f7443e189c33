import type { SessionId } from '#domain/values/id.schema.js'
import { type Sql, sql, whole } from '../statement.js'
import { soundCheckpoints } from './training-checkpoints.js'
import { type Athlete, type Extent, trainingLogFrom, trainingLogParts, trainingLogRow } from './training-log-parts.js'

/** Where a training log is read from. Null asks for nothing. */
type From = Athlete & {
  /** The rules in force, by which the notes of a checkpoint were taken. */
  readonly rulesVersion: string
  /** The facts from this day on are about to change, or those from the day of this session on. */
  readonly changesFrom: string | null
  readonly changesSession: SessionId | null
  /** Sessions from this day on are wanted in any case. */
  readonly recentFrom: string | null
}

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
      select least(coalesce((select day + 1 from base), '-infinity'), ${from.recentFrom}::date) as since
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
