import { dateOfDay, dayNumber } from './day-number.js'

/**
 * Counts the whole days from one calendar date (`YYYY-MM-DD`) to another; negative when the second
 * is earlier.
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** Returns the calendar date a number of days later, or earlier when the number is negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days)
}

/**
 * Counts the whole days from a date to today; 0 when the date lies ahead, as an athlete's last day
 * of training may after a flight west.
 */
export function daysSince(date: string, today: string): number {
  return Math.max(0, daysBetween(date, today))
}
