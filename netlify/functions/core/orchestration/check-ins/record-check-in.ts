import { dateIn } from '#domain/calendar/time-zone.js'
import { event } from '#domain/event/event.js'
import { recordCheckIn as record } from '#domain/recovery/check-in.js'
import { DailyCheckIn, RecordCheckIn } from '#domain/recovery/check-in.schema.js'
import { differingFields } from '#domain/values/differing-fields.js'
import { CheckInId } from '#domain/values/id.schema.js'
import { command } from '#orchestration/operation.js'
import { recordBodyMass } from '#orchestration/profile/support/record-body-mass.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { findCheckIn, insertCheckIn } from '#queries/check-ins.js'

export const recordCheckIn = command({
  id: 'recovery.recordCheckIn',
  http: { method: 'POST', path: '/me/check-ins', status: 201 },
  summary: 'Check in for a day',
  description:
    'How the athlete is on a day: there is one check-in a day, and a second one is refused. A body mass is kept as that of the day, ' +
    'and counts for all loads from then on.',
  access: { scope: 'progress:write' },
  consent: 'health-data',
  input: { body: RecordCheckIn },
  output: DailyCheckIn,
  refusals: ['ACCOUNT_NOT_FOUND', 'CONFLICT', 'DATE_IN_FUTURE', 'ID_TAKEN'],
  location: ({ id }) => `/me/check-ins/${id}`,
  existing: async (context, { body: { id, ...given } }) => {
    const found = id && (await context.read(findCheckIn({ userId: context.athleteId, id })))
    return found ? { output: found, differing: differingFields(given, found) } : null
  },
  run: async (context, { body }) => {
    const { athleteId: userId, now } = context
    const { timeZone, bodyMass } = (await context.read(findAthleteFacts({ userId }))) ?? accountNotFound()
    const said = record(body.id ?? context.newId(CheckInId), body, { now, today: dateIn(timeZone, now) })
    const weighed = recordBodyMass(context, said.date, said.bodyMassKg)
    const known = bodyMass.find(({ on }) => on === said.date)?.bodyMassKg ?? null
    return {
      statements: [insertCheckIn({ userId, checkIn: said }), ...weighed.statements],
      events: [event('checkIn.recorded', said.id, now, { checkInId: said.id, on: said.date }), ...weighed.events],
      output: { ...said, bodyMassKg: said.bodyMassKg ?? known },
    }
  },
})
