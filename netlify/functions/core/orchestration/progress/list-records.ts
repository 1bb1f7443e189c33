import * as z from 'zod'
import { RecordKind } from '#domain/training/training-state.js'
import { ExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import type { Context } from '#orchestration/context.js'
import { ExpandableExerciseRef, expandQuery } from '#orchestration/expand.js'
import { assertScope } from '#orchestration/missing-right.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { presentListed } from '#orchestration/sessions/support/present-session.js'
import { SessionListItem } from '#orchestration/sessions/support/schemas.js'
import { type ListedRecord, listPersonalRecords } from '#queries/personal-records.js'

const Kind = RecordKind.meta({ description: 'Most reps, longest hold, most added mass', example: 'reps' })

const RecordResource = z
  .strictObject({
    exercise: ExpandableExerciseRef,
    kind: Kind,
    value: z.number().min(0).max(100_000).meta({ description: 'Reps, seconds or kilograms', example: 12 }),
    on: LocalDate,
    sessionId: SessionId.meta({ description: 'The session of the set' }),
    setId: SetId.meta({ description: 'The set that made it' }),
    session: SessionListItem.exactOptional().meta({ description: 'That session, with `expand=session`' }),
  })
  .meta({ id: 'PersonalRecord', description: 'A personal record with the set that made it' })

type Place = [on: string, exerciseId: ExerciseId, kind: ListedRecord['kind']]

export const listRecords = query({
  id: 'progress.records',
  http: { method: 'GET', path: '/me/records', status: 200 },
  summary: 'List personal records',
  description: 'Without assistance, of completed sessions; a corrected set moves its record. Latest first.',
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: { query: z.strictObject({ expand: expandQuery(['exercise', 'session']).exactOptional(), ...pageQuery }) },
  output: pageOf(RecordResource),
  exercisesAt: ['exercise'],
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query: { expand, limit, cursor } }) => {
    const withSessions = expand?.includes('session') === true
    if (withSessions) assertScope(context, 'sessions:read')
    const page = await readPage(context, {
      of: 'progress.records',
      filters: {},
      limit,
      cursor,
      keys: z.tuple([LocalDate, ExerciseId, Kind]),
      keysOf: ({ on, exercise, kind }: ListedRecord): Place => [on, exercise.id, kind],
      list: (after, count) =>
        listPersonalRecords({
          userId: context.athleteId,
          after: after && { on: after[0], exerciseId: after[1], kind: after[2] },
          limit: count,
          withSessions,
        }),
    })
    return { ...page, data: page.data.map((record) => presentRecord(context, record)) }
  },
})

function presentRecord(context: Context, { session, ...record }: ListedRecord) {
  return session ? { ...record, session: presentListed(context, session) } : record
}
