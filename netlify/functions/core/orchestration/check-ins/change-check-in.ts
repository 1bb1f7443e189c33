import { event } from '#domain/event/event.js'
import { changeCheckIn as change } from '#domain/recovery/check-in.js'
import { ChangeCheckIn, DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { command } from '#orchestration/operation.js'
import { recordBodyMass } from '#orchestration/profile/support/record-body-mass.js'
import { expectVersion } from '#orchestration/refusals.js'
import { updateCheckIn } from '#queries/check-ins.js'
import { CheckInPath, findCheckIn } from './support/find-check-in.js'

export const changeCheckIn = command({
  id: 'recovery.changeCheckIn',
  http: { method: 'PATCH', path: '/me/check-ins/{checkInId}', status: 200 },
  summary: 'Change one of my check-ins',
  description: 'A merge patch (RFC 7396). The day stays, and a body mass can be corrected but not taken away.',
  access: { scope: 'progress:write' },
  consent: 'health-data',
  input: { params: CheckInPath, body: ChangeCheckIn },
  output: DailyCheckIn,
  refusals: ['CHECK_IN_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { params, body }) => {
    const { athleteId: userId, now } = context
    const before = await findCheckIn(context, params.checkInId)
    expectVersion(context, before)
    const { checkIn, fields } = change(before, body, now)
    if (fields.length === 0) return { statements: [], events: [], output: checkIn }
    const weighed = recordBodyMass(context, checkIn.date, fields.includes('bodyMassKg') ? checkIn.bodyMassKg : null)
    return {
      statements: [updateCheckIn({ userId, checkIn }), ...weighed.statements],
      events: [
        event('checkIn.recorded', checkIn.id, now, { checkInId: checkIn.id, on: checkIn.date }),
        ...weighed.events,
      ],
      output: checkIn,
    }
  },
})
