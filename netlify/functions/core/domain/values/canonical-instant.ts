/** An instant in UTC as PostgreSQL writes it in JSON, with microseconds or fewer digits, or none. */
const inUtc = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00:00|Z)$/

/**
 * Writes an instant in the one form in which instants are compared as text, to the millisecond:
 * databases and clients write other forms.
 *
 * @throws RangeError for what is no instant, and is not written as PostgreSQL does.
 */
export function canonicalInstant(text: string): string {
  // a history has an instant for each set, and a Date takes three times as long
  const [, seconds, fraction = ''] = inUtc.exec(text) ?? []
  if (seconds === undefined) return new Date(text).toISOString()
  return `${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}
