/**
 * Returns the instant of a change, RFC 3339: now, and always later than the change before it
 * (`before`), even when two servers' clocks disagree or two changes share a millisecond.
 */
export function touchedAt(now: Date, before: string): string {
  return new Date(Math.max(now.getTime(), Date.parse(before) + 1)).toISOString()
}
