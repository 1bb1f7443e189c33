import * as z from 'zod'
import { WeekName } from '#domain/calendar/week.schema.js'
import { WeekReport } from '#domain/progress/week-report.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findTimeZone } from '#queries/time-zones.js'
import { weekReads, weekReportOf } from './support/week-of.js'

export const getMyWeek = query({
  id: 'me.getWeek',
  http: { method: 'GET', path: '/me/weeks/{week}', status: 200 },
  summary: 'Get a week of mine',
  description:
    'Seven days, what they add up to, planned against done, and the sessions with the names of their exercises. `current` is the week that it is for the athlete.',
  access: { scope: 'progress:read' },
  input: { params: z.strictObject({ week: WeekName }) },
  output: WeekReport,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context, { params: { week } }) => {
    const { athleteId: userId, now } = context
    const [zone, ...facts] = await context.readAll([findTimeZone({ userId }), ...weekReads(context, week)])
    return weekReportOf({ now, timeZone: zone ?? accountNotFound(), week }, facts)
  },
})
