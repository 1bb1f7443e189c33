import { dateOfDay, dayNumber } from '#domain/calendar/day-number.js'
import type { Day } from '../coach-athlete.js'

/** Returns a calendar date (`YYYY-MM-DD`) as the coach counts days. */
export function dayOf(date: string): Day {
  return dayNumber(date)
}

/** Returns the calendar date of a day. */
export function dateOf(day: Day): string {
  return dateOfDay(day)
}
