import { event } from '#domain/event/event.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { deleteRoutine as deleteStatement, findRoutine } from '#queries/routines.js'
import { RoutinePath, routineNotFound } from './support/find-routine.js'

export const deleteRoutine = command({
  id: 'routines.delete',
  http: { method: 'DELETE', path: '/me/routines/{routineId}', status: 204 },
  summary: 'Delete one of my routines',
  description: 'Sessions that were planned from it stay.',
  access: { scope: 'sessions:write' },
  input: { params: RoutinePath },
  output: null,
  refusals: ['ROUTINE_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { routineId } }) => {
    const { athleteId: userId, now } = context
    const routine = (await context.read(findRoutine({ userId, id: routineId }))) ?? routineNotFound()
    expectVersion(context, routine)
    return {
      statements: [deleteStatement({ userId, id: routineId, version: routine.version })],
      events: [event('routine.deleted', routineId, now, { routineId })],
      output: undefined,
    }
  },
})
