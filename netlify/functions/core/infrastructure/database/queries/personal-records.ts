import * as z from 'zod'
import type { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { RecordKind } from '#domain/training/training-state.js'
import { type AthleteId, type ExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { many, sql } from '../statement.js'
import { joinLevelAndCategory, refColumns, refOf, refRow } from './exercise-columns.js'
import { type ListedSession, ListedSessionJson, listedFrom, listedSessions } from './workout-sessions-lists.js'

/**
 * A personal record for a list: reps, seconds or kilograms according to its kind, with the set that
 * made it.
 */
export type ListedRecord = {
  readonly exercise: ExerciseRef
  readonly kind: RecordKind
  readonly value: number
  readonly on: string
  readonly sessionId: SessionId
  readonly setId: SetId
  /** The session, where it was asked for. */
  readonly session: ListedSession | null
}

type RecordsPage = {
  readonly userId: AthleteId
  readonly after: (Pick<ListedRecord, 'on' | 'kind'> & { readonly exerciseId: ExerciseId }) | null
  readonly limit: number
  readonly withSessions: boolean
}

/**
 * Lists an athlete's records, the latest first, starting after the record `after` when it is given;
 * with their sessions or without.
 */
export const listPersonalRecords = many({
  name: 'listPersonalRecords',
  row: z.object({
    ...refRow,
    kind: RecordKind,
    value: z.number(),
    achieved_on: z.string(),
    session_id: SessionId,
    set_id: SetId,
    session: ListedSessionJson.nullable(),
  }),
  sql: ({ userId, after, limit, withSessions }: RecordsPage) => sql`
    select
      ${refColumns},
      record.kind,
      record.value,
      record.achieved_on::text as achieved_on,
      record.session_id,
      record.set_id,
      to_json(of_record) as session
    from personal_records as record
    join exercises as exercise on exercise.id = record.exercise_id
    ${joinLevelAndCategory}
    left join lateral (${listedSessions}
      where ${withSessions}::boolean and session.id = record.session_id and session.user_id = record.user_id
    ) as of_record on true
    where record.user_id = ${userId}::uuid
      and (${after?.exerciseId ?? null}::uuid is null
        or (record.achieved_on, record.exercise_id, record.kind)
          < (${after?.on ?? null}::date, ${after?.exerciseId ?? null}::uuid, ${after?.kind ?? null}::text))
    order by record.achieved_on desc, record.exercise_id desc, record.kind desc
    limit ${limit}::integer`,
  map: (row): ListedRecord => ({
    exercise: refOf(row),
    kind: row.kind,
    value: row.value,
    on: row.achieved_on,
    sessionId: row.session_id,
    setId: row.set_id,
    session: row.session && listedFrom(row.session),
  }),
})
