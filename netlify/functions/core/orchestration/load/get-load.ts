import * as z from 'zod'
import { assertFromIsNear, checkDayRange, dayRangeFields } from '#domain/calendar/day-range.schema.js'
import { addDays } from '#domain/calendar/days-between.js'
import { dateIn, todayAnywhere } from '#domain/calendar/time-zone.js'
import { isBodyMassAssumed } from '#domain/load/body-mass.js'
import { reportLooksSince, reportLooksUntil, sessionsLookedAtBefore } from '#domain/load/days-looked-at.js'
import { reportLoad } from '#domain/load/load-report.js'
import type { PerformedSession } from '#domain/load/performed-session.js'
import { loadsOf } from '#domain/load/session-loads.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { readLibrary } from '#queries/read-library.js'
import { listTrainingLoads } from '#queries/training-loads.js'
import { LoadResource } from './support/load.schema.js'
import { presentLoad } from './support/present-load.js'

const daysByDefault = 28

export const getLoad = query({
  id: 'recovery.getLoad',
  http: { method: 'GET', path: '/me/load', status: 200 },
  summary: 'Get my training load',
  description:
    'Load by day and week over a range of at most 366 days, or since a day, or the last 28, today included, and later ones where a session is completed; the ratio of acute to chronic load as ' +
    'information only; and the sessions that stand far above the ones before them. Body mass is taken as of the day, assistance is negative.',
  access: { scope: 'progress:read' },
  input: { query: z.strictObject(dayRangeFields).superRefine(checkDayRange) },
  output: LoadResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: { from, to } }) => {
    const { athleteId: userId, now, rules } = context
    assertFromIsNear({ from, to }, now)
    const [athlete, { library }, sessions] = await context.readAll([
      findAthleteFacts({ userId }),
      readLibrary(),
      listTrainingLoads({
        userId,
        since: reportLooksSince(from ?? addDays(todayAnywhere(now).from, 1 - daysByDefault), rules),
        until: to === undefined ? null : reportLooksUntil(to),
        before: sessionsLookedAtBefore(rules),
      }),
    ])
    const known = athlete ?? accountNotFound()
    const today = dateIn(known.timeZone, now)
    const first = from ?? addDays(today, 1 - daysByDefault)
    const range = { from: first, to: to ?? lastDay(first > today ? first : today, sessions) }
    const loads = await context.work(loadsOf(sessions, library, known.bodyMass, rules))
    const report = reportLoad(loads, { ...range, today }, rules)
    return presentLoad(report, { ...range, bodyMassAssumed: isBodyMassAssumed(known.bodyMass) }, rules)
  },
})

/** Returns today, or the day of the last session where the athlete has flown back over the date line since. */
function lastDay(today: string, sessions: readonly PerformedSession[]): string {
  const last = sessions.at(-1)?.date ?? today
  return last > today ? last : today
}
