/** The length of a day of the calendar in UTC, in milliseconds. */
export const dayMs = 86_400_000

/** The date so many days later; before it when they are negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}
