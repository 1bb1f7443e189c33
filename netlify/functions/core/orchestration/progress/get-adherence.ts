import { dateIn } from '#domain/calendar/time-zone.js'
import { adherenceDaysFrom, adherenceOf } from '#domain/progress/adherence.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { listPlannedAndDone } from '#queries/performed-sets.js'
import { findTimeZone } from '#queries/time-zones.js'
import { AdherenceResource, streaksOf } from './support/adherence.schema.js'

export const getAdherence = query({
  id: 'progress.adherence',
  http: { method: 'GET', path: '/me/adherence', status: 200 },
  summary: 'Get adherence to my own plan',
  description:
    'The streak counts weeks in a row with training, and ends when a week passes without any. How many weeks in a row the plan ' +
    'was kept is a number of its own. What is completed counts on whatever day it is; what is still open today or later does not.',
  access: { scope: 'progress:read' },
  toleratesLag: true,
  input: {},
  output: AdherenceResource,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => {
    const userId = context.athleteId
    const [zone, days] = await context.readAll([
      findTimeZone({ userId }),
      listPlannedAndDone({ userId, daysFrom: adherenceDaysFrom(context.now) }),
    ])
    const adherence = adherenceOf(days, dateIn(zone ?? accountNotFound(), context.now))
    return { ...streaksOf(adherence), weeks: adherence.weeks.slice(-52) }
  },
})
