import { Routine } from '#domain/routine/routine.schema.js'
import { query } from '#orchestration/operation.js'
import { findRoutine } from '#queries/routines.js'
import { RoutinePath, routineNotFound } from './support/find-routine.js'

export const getRoutine = query({
  id: 'routines.get',
  http: { method: 'GET', path: '/me/routines/{routineId}', status: 200 },
  summary: 'Get one of my routines',
  access: { scope: 'sessions:read' },
  input: { params: RoutinePath },
  output: Routine,
  refusals: ['ROUTINE_NOT_FOUND'],
  run: async (context, { params: { routineId } }) =>
    (await context.read(findRoutine({ userId: context.athleteId, id: routineId }))) ?? routineNotFound(),
})
