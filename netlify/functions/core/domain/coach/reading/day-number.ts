import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import type { Day } from '../coach-athlete.js'

const first = '1970-01-01'

/** Returns a calendar date (`YYYY-MM-DD`) as the coach counts days. */
export function dayOf(date: string): Day {
  return daysBetween(first, date)
}

/** Returns the calendar date of a day. */
export function dateOf(day: Day): string {
  return addDays(first, day)
}
