import * as z from 'zod'
import { type DomainEvent, parseEvent } from '#domain/event/event.js'
import { many, sql } from '../statement.js'

/** What was recommended, when it was accepted, and the session that was planned from it. */
export type RecommendationRecord = {
  readonly sessionId: string
  readonly recordedAt: Date
  readonly payload: Extract<DomainEvent, { type: 'nextWorkout.recommended' }>['payload']
}

/** Lists what was recommended to an athlete on a day, in order. */
export const listRecommendations = many({
  name: 'listRecommendations',
  row: z.object({
    subject: z.string(),
    type: z.string(),
    type_version: z.number(),
    recorded_at: z.date(),
    payload: z.record(z.string(), z.unknown()),
  }),
  sql: ({ userId, on, limit }: { userId: string; on: string; limit: number }) => sql`
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
