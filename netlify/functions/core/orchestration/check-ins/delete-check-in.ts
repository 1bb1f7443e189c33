import { event } from '#domain/event/event.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { deleteCheckIn as deleteStatement } from '#queries/check-ins.js'
import { CheckInPath, findCheckIn } from './support/find-check-in.js'

export const deleteCheckIn = command({
  id: 'recovery.deleteCheckIn',
  http: { method: 'DELETE', path: '/me/check-ins/{checkInId}', status: 204 },
  summary: 'Delete one of my check-ins',
  description: 'The body mass of the day stays: it was measured.',
  access: { scope: 'progress:write' },
  input: { params: CheckInPath },
  output: null,
  refusals: ['CHECK_IN_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params: { checkInId } }) => {
    const { athleteId: userId, now } = context
    const before = await findCheckIn(context, checkInId)
    const { version, date } = before
    expectVersion(context, before)
    return {
      statements: [deleteStatement({ userId, id: checkInId, version })],
      events: [event('checkIn.deleted', checkInId, now, { checkInId, on: date })],
      output: undefined,
    }
  },
})
