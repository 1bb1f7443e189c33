const msPerDay = 86_400_000

/**
 * Whole days from one calendar date (`YYYY-MM-DD`) to another; negative when the second is earlier.
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay)
}

/** The calendar date a number of days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * msPerDay).toISOString().slice(0, 10)
}

/** Whole days from a date to today; 0 where it lies ahead, as a traveller's last day may. */
export function daysSince(date: string, today: string): number {
  return Math.max(0, daysBetween(date, today))
}
