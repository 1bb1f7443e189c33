import * as z from 'zod'
import { type DomainEvent, EventType, parseEvent, type RecordedEvent } from '#domain/event/event.js'
import { type AthleteId, EventId, type KeyId, type NewId, SessionId } from '#domain/values/id.schema.js'
import { effect, many, sql } from '../statement.js'

export type Appended = { userId: AthleteId; requestId: string; keyId: KeyId | null; recordedAt: Date; events: string }

/** Inserts events, in order. */
export const insertedEvents = (event: Appended) => sql`
    insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, key_id, payload)
    select
      event.id,
      ${event.userId}::uuid,
      event.type,
      event.version,
      event.subject,
      event."occurredAt",
      ${event.recordedAt}::timestamptz,
      ${event.requestId}::text,
      ${event.keyId}::uuid,
      event.payload
    from rows from (
      json_to_recordset(${event.events}::json)
        as (id uuid, type text, version smallint, subject text, "occurredAt" timestamptz, payload jsonb)
    ) with ordinality as event (id, type, version, subject, "occurredAt", payload, place)
    order by event.place`

/** Appends events that nobody is told about. */
export const appendEvents = effect({
  name: 'appendEvents',
  sql: ({ userId, requestId, keyId, recordedAt, events }: Appended) =>
    insertedEvents({ userId, requestId, keyId, recordedAt, events }),
})

/** Makes the JSON that `appendEvents` and `announceEvents` take. */
export function eventsJson(events: readonly DomainEvent[], newId: NewId): string {
  return JSON.stringify(events.map((event) => ({ id: newId(EventId), ...event })))
}

const eventRow = z.object({
  id: EventId,
  sequence: z.number(),
  type: EventType,
  type_version: z.number(),
  subject: z.string(),
  occurred_at: z.date(),
  recorded_at: z.date(),
  request_id: z.string(),
  payload: z.record(z.string(), z.unknown()),
})

/**
 * Lists an athlete's events, the newest first, narrowed by type and subject, and to those recorded
 * at `recordedUntil` or earlier; null narrows nothing.
 */
export const listEvents = many({
  name: 'listEvents',
  row: eventRow,
  sql: (filter: {
    userId: AthleteId
    types: readonly EventType[] | null
    subject: string | null
    recordedUntil: Date | null
    before: number | null
    limit: number
  }) => sql`
    select id, sequence, type, type_version, subject, occurred_at, recorded_at, request_id, payload
    from events
    where user_id = ${filter.userId}::uuid
      and (${filter.types}::text[] is null or type = any (${filter.types}::text[]))
      and (${filter.subject}::text is null or subject = ${filter.subject}::text)
      and (${filter.recordedUntil}::timestamptz is null or recorded_at <= ${filter.recordedUntil}::timestamptz)
      and (${filter.before}::bigint is null or sequence < ${filter.before}::bigint)
    order by sequence desc
    limit ${filter.limit}::integer`,
  map: recordedEventOf,
})

/**
 * Lists all of an athlete's events in the order in which they were recorded; only those recorded at
 * `recordedUntil` or earlier, when it is given.
 */
export const listRecordedEvents = many({
  name: 'listRecordedEvents',
  row: eventRow,
  sql: ({ userId, recordedUntil }: { userId: AthleteId; recordedUntil: Date | null }) => sql`
    select id, sequence, type, type_version, subject, occurred_at, recorded_at, request_id, payload
    from events
    where user_id = ${userId}::uuid
      and (${recordedUntil}::timestamptz is null or recorded_at <= ${recordedUntil}::timestamptz)
    order by sequence`,
  map: recordedEventOf,
})

function recordedEventOf(row: z.output<typeof eventRow>): RecordedEvent {
  return parseEvent({
    id: row.id,
    sequence: row.sequence,
    type: row.type,
    version: row.type_version,
    subject: row.subject,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    requestId: row.request_id,
    payload: row.payload,
  })
}

/**
 * A recommendation that an athlete accepted, when they did, and the session that was planned from
 * it.
 */
export type RecommendationRecord = {
  readonly sessionId: SessionId
  readonly recordedAt: Date
  readonly payload: Extract<DomainEvent, { type: 'nextWorkout.recommended' }>['payload']
}

/** Lists the recommendations that an athlete accepted for a day, in order. */
export const listRecommendations = many({
  name: 'listRecommendations',
  row: z.object({
    subject: SessionId,
    type: EventType,
    type_version: z.number(),
    recorded_at: z.date(),
    payload: z.record(z.string(), z.unknown()),
  }),
  sql: ({ userId, on, limit }: { userId: AthleteId; on: string; limit: number }) => sql`
    select subject, type, type_version, recorded_at, payload
    from events
    where user_id = ${userId}::uuid
      and type = 'nextWorkout.recommended'
      and payload ->> 'on' = ${on}::text
    order by sequence
    limit ${limit}::integer`,
  map: (row): RecommendationRecord => {
    const event = parseEvent({ type: row.type, version: row.type_version, payload: row.payload })
    if (event.type !== 'nextWorkout.recommended') throw new Error(`${event.type} is no recommendation`)
    return { sessionId: row.subject, recordedAt: row.recorded_at, payload: event.payload }
  },
})
