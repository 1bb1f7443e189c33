const msPerHour = 3_600_000

/** Returns the calendar date (`YYYY-MM-DD`) of an instant in `timeZone` (an IANA name). */
export function dateIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/**
 * Returns the first and the last date that is "today" somewhere on Earth at an instant: clocks run
 * from UTC-12 to UTC+14. A caller that must ask for days before it knows the athlete's zone asks
 * for these, and picks afterwards.
 */
export function todayAnywhere(instant: Date): { readonly from: string; readonly to: string } {
  return { from: utcDate(instant.getTime() - 12 * msPerHour), to: utcDate(instant.getTime() + 14 * msPerHour) }
}

/**
 * Returns the last date on which something can be completed by now, for whoever asks: a session may be
 * dated a day ahead of the athlete's zone, which may have been another one then.
 */
export function lastDayWithWork(instant: Date): string {
  return utcDate(instant.getTime() + (14 + 24) * msPerHour)
}

function utcDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
