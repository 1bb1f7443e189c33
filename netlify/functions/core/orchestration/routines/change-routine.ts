import { event } from '#domain/event/event.js'
import { changeRoutine as change } from '#domain/routine/routine.js'
import { ChangeRoutine, Routine } from '#domain/routine/routine.schema.js'
import { plannableByKey } from '#domain/session/plan-exercise.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound, expectVersion } from '#orchestration/refusals.js'
import { findRequested } from '#orchestration/sessions/support/find-requested.js'
import { findRoutine, updateRoutine } from '#queries/routines.js'
import { RoutinePath, routineNotFound } from './support/find-routine.js'

export const changeRoutine = command({
  id: 'routines.change',
  http: { method: 'PATCH', path: '/me/routines/{routineId}', status: 200 },
  summary: 'Change one of my routines',
  description:
    'A merge patch (RFC 7396): `exercises` replaces all of them. Sessions that were planned from the routine stay as they are.',
  access: { scope: 'sessions:write' },
  input: { params: RoutinePath, body: ChangeRoutine },
  output: Routine,
  refusals: ['ACCOUNT_NOT_FOUND', 'METRIC_MISMATCH', 'ROUTINE_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { routineId }, body }) => {
    const { athleteId: userId, now } = context
    const [found, requested] = await context.readAll([
      findRoutine({ userId, id: routineId }),
      findRequested(userId, body.exercises ?? []),
    ])
    const { exercises } = requested ?? accountNotFound()
    const before = found ?? routineNotFound()
    expectVersion(context, before)
    const { routine, fields } = change(before, body, plannableByKey(exercises), now)
    if (fields.length === 0) return { statements: [], events: [], output: before }
    return {
      statements: [updateRoutine({ userId, routine })],
      events: [event('routine.changed', routineId, now, { routineId, fields: [...fields] })],
      output: routine,
    }
  },
})
