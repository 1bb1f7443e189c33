import * as z from 'zod'
import { addDays } from '#domain/calendar/days-between.js'
import { isoWeekOf, mondayOf, rangeOf } from '#domain/calendar/iso-week.js'
import { dateIn, todayAnywhere } from '#domain/calendar/time-zone.js'
import { WeekName } from '#domain/calendar/week.schema.js'
import { reportWeek } from '#domain/progress/week-report.js'
import { WeekReport } from '#domain/progress/week-report.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { listDaySummaries } from '#queries/daily-workout-summary.js'
import { findTimeZone } from '#queries/users.js'
import { listCategorySets, listSkippedSessions } from '#queries/weeks.js'

export const getMyWeek = query({
  id: 'me.getWeek',
  http: { method: 'GET', path: '/me/weeks/{week}', status: 200 },
  summary: 'Get a week of mine',
  description:
    'Seven days, what they add up to, and planned against done. `current` is the week that it is for the athlete.',
  access: { scope: 'progress:read' },
  input: { params: z.strictObject({ week: WeekName }) },
  output: WeekReport,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context, { params }) => {
    const { athleteId: userId, now } = context
    const isCurrent = params.week === 'current'
    const range = { userId, ...(isCurrent ? weeksAround(now) : rangeOf(params.week)) }
    const [zone, livedDays, categorySets, skipped] = await context.readAll([
      findTimeZone({ userId }),
      listDaySummaries({ ...range, after: null, limit: daysMax }),
      listCategorySets(range),
      listSkippedSessions(range),
    ])
    const timeZone = zone ?? accountNotFound()
    const days = livedDays.map(({ timeZone: _, ...day }) => day)
    const today = dateIn(timeZone, now)
    const week = isCurrent ? isoWeekOf(today) : params.week
    return reportWeek({ week, timeZone, today, days, categorySets, skipped })
  },
})

/** Two weeks at most, when it is Sunday here and Monday there. */
const daysMax = 14

/** The week or the two weeks that are running anywhere on Earth. */
function weeksAround(now: Date): { readonly from: string; readonly to: string } {
  const { from, to } = todayAnywhere(now)
  return { from: mondayOf(from), to: addDays(mondayOf(to), 6) }
}
