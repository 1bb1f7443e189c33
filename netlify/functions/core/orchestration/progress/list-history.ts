import * as z from 'zod'
import type { Scope } from '#domain/account/principal.js'
import { EventType, type RecordedEvent } from '#domain/event/event.js'
import { readableTypes, readingScope } from '#domain/event/reading-scope.js'
import { EventId, withIdInLowerCase } from '#domain/values/id.schema.js'
import { checkRenamed } from '#domain/values/renamed-field.js'
import { freeText } from '#domain/values/text.schema.js'
import { Instant, QueryInstant } from '#domain/values/time.schema.js'
import { assertScope } from '#orchestration/missing-right.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { listEvents } from '#queries/events.js'
import { EventPayload } from './support/event-payload.schema.js'

const EventResource = z
  .strictObject({
    id: EventId,
    type: EventType.meta({ description: 'What happened', example: 'set.logged' }),
    version: z.int().min(1).max(1_000).meta({ description: 'Version of the payload', example: 1 }),
    subject: z.string().max(80).meta({ description: 'What it is about: an id, or a category', example: 'Push' }),
    occurredAt: Instant.meta({ description: 'When it happened' }),
    recordedAt: Instant.meta({ description: 'When it was recorded' }),
    requestId: z.string().max(128).meta({ description: 'The request that caused it', example: '0198c0de-7a11' }),
    payload: EventPayload,
  })
  .meta({ id: 'HistoryEvent', description: 'Something that happened' })

export const listHistory = query({
  id: 'progress.history',
  http: { method: 'GET', path: '/me/history', status: 200 },
  summary: 'List what happened',
  description:
    'What was recorded, latest first; facts are never changed, a correction is a fact of its own. It lists the events that your scopes read.',
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: {
    query: z
      .strictObject({
        type: EventType.optional().meta({ description: 'Only events of this type', example: 'set.logged' }),
        subject: freeText(80)
          .overwrite(withIdInLowerCase)
          .optional()
          .meta({ description: 'Only events about this id or category', example: 'Push' }),
        at: QueryInstant.optional().meta({
          description: 'As it was known at this instant: what was recorded up to then',
        }),
        until: QueryInstant.optional().meta({ description: 'Another name of `at`', deprecated: true }),
        ...pageQuery,
      })
      .superRefine(checkRenamed({ name: 'at', former: 'until' })),
  },
  output: pageOf(EventResource),
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query: { type, subject, at, until = at, limit, cursor } }) => {
    const types = readableOf(type, context.scopes)
    const page = await readPage(context, {
      of: 'progress.history',
      filters: { type, subject, until },
      limit,
      cursor,
      keys: z.tuple([z.number()]),
      keysOf: ({ sequence }: RecordedEvent): [number] => [sequence],
      list: (after, count) =>
        listEvents({
          userId: context.athleteId,
          types,
          subject: subject ?? null,
          recordedUntil: until === undefined ? null : new Date(until),
          before: after?.[0] ?? null,
          limit: count,
        }),
    })
    return { ...page, data: page.data.map(presentEvent) }
  },
})

/** Lists the types to read. Refuses with INSUFFICIENT_SCOPE to look for one that the caller may not read. */
function readableOf(type: EventType | undefined, scopes: ReadonlySet<Scope>): readonly EventType[] {
  if (type === undefined) return readableTypes(scopes)
  assertScope({ scopes }, readingScope[type])
  return [type]
}

function presentEvent({ id, type, version, subject, occurredAt, recordedAt, requestId, payload }: RecordedEvent) {
  const at = { occurredAt: occurredAt.toISOString(), recordedAt: recordedAt.toISOString() }
  return { id, type, version, subject, ...at, requestId, payload }
}
