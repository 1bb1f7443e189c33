import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { RecordKind } from '#domain/training/training-state.js'
import { ExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { type ListedRecord, listPersonalRecords } from '#queries/personal-records.js'

const Kind = RecordKind.meta({ description: 'Most reps, longest hold, most added mass', example: 'reps' })

const RecordResource = z
  .strictObject({
    exercise: ExerciseRef,
    kind: Kind,
    value: z.number().min(0).max(100_000).meta({ description: 'Reps, seconds or kilograms', example: 12 }),
    on: LocalDate,
    sessionId: SessionId.meta({ description: 'The session of the set' }),
    setId: SetId.meta({ description: 'The set that made it' }),
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
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(RecordResource),
  refusals: ['INVALID_CURSOR'],
  run: (context, { query: { limit, cursor } }) =>
    readPage(context, {
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
        }),
    }),
})
