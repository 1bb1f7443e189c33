import * as z from 'zod'
import { ListedRoutine } from '#domain/routine/routine.schema.js'
import { exercisesMax } from '#domain/session/session-exercise.schema.js'
import { RoutineId } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { ExpandableTrainedExercise, expandQuery } from '#orchestration/expand.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { listRoutines as listStatement } from '#queries/routines.js'

const ExpandableListedRoutine = z
  .strictObject({ ...ListedRoutine.shape, exercises: z.array(ExpandableTrainedExercise).max(exercisesMax) })
  .meta({ id: 'ExpandableListedRoutine', description: 'A routine in a list, with the names of its exercises' })

export const listRoutines = query({
  id: 'routines.list',
  http: { method: 'GET', path: '/me/routines', status: 200 },
  summary: 'List my routines',
  description: 'Routines with the names of their exercises, the newest first.',
  access: { scope: 'sessions:read' },
  input: { query: z.strictObject({ expand: expandQuery(['exercises']).exactOptional(), ...pageQuery }) },
  output: pageOf(ExpandableListedRoutine),
  exercisesAt: ['exercises'],
  refusals: ['INVALID_CURSOR'],
  run: (context, { query: { limit, cursor } }) =>
    readPage(context, {
      of: 'routines.list',
      filters: {},
      limit,
      cursor,
      keys: z.tuple([Instant, RoutineId]),
      keysOf: ({ createdAt, id }: ListedRoutine): [string, RoutineId] => [createdAt, id],
      list: (after, count) => {
        const [afterCreatedAt, afterId] = after ?? [null, null]
        return listStatement({ userId: context.athleteId, afterCreatedAt, afterId, limit: count })
      },
    }),
})
