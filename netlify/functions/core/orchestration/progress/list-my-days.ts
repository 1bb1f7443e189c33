import * as z from 'zod'
import type { Statement } from '#database/statement.js'
import { assertFromIsNear, checkDayRange, dayRangeFields } from '#domain/calendar/day-range.schema.js'
import { addDays } from '#domain/calendar/days-between.js'
import { dateIn, lastDayWithWork, todayAnywhere } from '#domain/calendar/time-zone.js'
import { Day } from '#domain/progress/day-summary.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import type { Context } from '#orchestration/context.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { type LivedDay, listDaySummaries } from '#queries/daily-workout-summary.js'

const Query = z.strictObject({ ...dayRangeFields, ...pageQuery }).superRefine(checkDayRange)

export const listMyDays = query({
  id: 'me.listDays',
  http: { method: 'GET', path: '/me/days', status: 200 },
  summary: 'List what I planned and did day by day',
  description:
    'Days with a session that was not skipped, in order: those of the given range, or since a day, or of the last seven days, today included, and ' +
    'later ones where a session is completed, as after a flight over the date line.',
  access: { scope: 'progress:read' },
  input: { query: Query },
  output: pageOf(Day),
  refusals: ['INVALID_CURSOR', 'INVALID_INPUT'],
  run: (context, { query: { from, to, limit, cursor } }) => {
    assertFromIsNear({ from, to }, context.now)
    const given = from === undefined ? null : { from, to: to ?? null }
    return readPage(context, {
      of: 'me.listDays',
      filters: given,
      limit,
      cursor,
      keys: z.tuple([LocalDate]),
      keysOf: ({ date }): [string] => [date],
      list: (after, count) => listDays(context, given, after?.[0] ?? null, count),
    })
  },
})

/** What was asked for; an end that was not given is today. */
type Range = { readonly from: string; readonly to: string | null }

/**
 * Where the athlete's "today" is not known before reading, up to two days too many stand before the
 * first that is wanted.
 */
const spareDays = 2

function listDays(
  { athleteId, now }: Context,
  given: Range | null,
  after: string | null,
  limit: number,
): Statement<Day[]> {
  const from = given?.from ?? addDays(todayAnywhere(now).from, -6)
  const to = given?.to ?? lastDayWithWork(now)
  const statement = listDaySummaries({ userId: athleteId, from, to, after, limit: limit + spareDays })
  return {
    ...statement,
    parse: function* (rows) {
      return seen(yield* statement.parse(rows), given, now).slice(0, limit)
    },
  }
}

/** The days of the range, or of the last seven days, as the athlete sees them at an instant. */
function seen(days: readonly LivedDay[], given: Range | null, now: Date): Day[] {
  const [first] = days
  if (!first) return []
  const today = dateIn(first.timeZone, now)
  const from = given?.from ?? addDays(today, -6)
  const isUntil = (to: string | null | undefined, { date, completedSessions }: LivedDay) =>
    typeof to === 'string' ? date <= to : date <= today || completedSessions > 0
  const isSeen = (day: LivedDay) => day.date >= from && isUntil(given?.to, day)
  return days
    .filter(isSeen)
    .map(({ timeZone: _, categorySets: __, date, ...day }) => ({ date, isToday: date === today, ...day }))
}
