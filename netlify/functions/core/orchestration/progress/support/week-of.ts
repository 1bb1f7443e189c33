import type { Results } from '#database/connection.js'
import { addDays } from '#domain/calendar/days-between.js'
import { isoWeekOf, mondayOf, rangeOf } from '#domain/calendar/iso-week.js'
import { dateIn, todayAnywhere } from '#domain/calendar/time-zone.js'
import { reportWeek } from '#domain/progress/week-report.js'
import { type WeekReport, weekSessionsMax } from '#domain/progress/week-report.schema.js'
import type { Context } from '#orchestration/context.js'
import { listDaySummaries } from '#queries/daily-workout-summary.js'
import { listSessionOutlines } from '#queries/session-outlines.js'
import { listSkippedSessions } from '#queries/weeks.js'

/** What is read of a week, or of the two that may be the `current` one. */
export function weekReads({ athleteId: userId, now }: Pick<Context, 'athleteId' | 'now'>, week: string) {
  const range = { userId, ...(week === 'current' ? weeksAround(now) : rangeOf(week)) }
  return [
    listDaySummaries({ ...range, after: null, limit: daysMax }),
    // the first days may be those of the week before the one that is wanted
    listSessionOutlines({ ...range, limit: weekSessionsMax * 2 }),
    listSkippedSessions(range),
  ] as const
}

type Asked = { readonly now: Date; readonly timeZone: string; readonly week: string }

/** Reports a week from what `weekReads` has read. */
export function weekReportOf(
  { now, timeZone, week }: Asked,
  [livedDays, sessions, skipped]: Results<ReturnType<typeof weekReads>>,
): WeekReport {
  const days = livedDays.map(({ timeZone: _, categorySets: __, ...day }) => day)
  const categorySets = livedDays.flatMap(({ date, categorySets }) => categorySets.map((sets) => ({ date, ...sets })))
  const today = dateIn(timeZone, now)
  const name = week === 'current' ? isoWeekOf(today) : week
  return reportWeek({ week: name, timeZone, today, days, sessions, categorySets, skipped })
}

/** Two weeks at most, when it is Sunday here and Monday there. */
const daysMax = 14

/** The week or the two weeks that are running anywhere on Earth. */
function weeksAround(now: Date): { readonly from: string; readonly to: string } {
  const { from, to } = todayAnywhere(now)
  return { from: mondayOf(from), to: addDays(mondayOf(to), 6) }
}
