import { dateOfDay, dayNumber } from './day-number.js'
import { addDays, daysBetween } from './days-between.js'

/** Returns the Monday of the week in which a calendar date lies. */
export function mondayOf(date: string): string {
  const day = dayNumber(date)
  // the day 0 was a Thursday; the remainder of a day before it must not be negative
  const sinceMonday = (((day + 3) % 7) + 7) % 7
  return dateOfDay(day - sinceMonday)
}

/**
 * Returns the ISO 8601 week of a calendar date (`2026-W47`): weeks begin on Monday, and belong to
 * the year that has their Thursday.
 */
export function isoWeekOf(date: string): string {
  const thursday = addDays(mondayOf(date), 3)
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/**
 * Returns the first and the last date of an ISO week (`2026-W47`). Week 1 is the one with January
 * 4th.
 */
export function rangeOf(week: string): { readonly from: string; readonly to: string } {
  const weekOne = mondayOf(`${week.slice(0, 4)}-01-04`)
  const from = addDays(weekOne, (Number(week.slice(6)) - 1) * 7)
  return { from, to: addDays(from, 6) }
}

/** Returns the seven dates of an ISO week, Monday first. */
export function datesOf(week: string): string[] {
  const { from } = rangeOf(week)
  return Array.from({ length: 7 }, (_, day) => addDays(from, day))
}

/**
 * Tells whether a year has this week: false for week 53 of a year with only 52. `week` must have
 * the form of an ISO week.
 */
export function weekExists(week: string): boolean {
  return isoWeekOf(rangeOf(week).from) === week
}
