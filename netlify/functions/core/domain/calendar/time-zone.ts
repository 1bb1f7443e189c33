const msPerHour = 3_600_000

/**
 * The calendar date (`YYYY-MM-DD`) of an instant, where `timeZone` (an IANA name) is on the clocks.
 */
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
 * The first and the last date that is "today" somewhere on Earth at an instant: clocks run from
 * UTC-12 to UTC+14. Whoever must ask for days before knowing the zone asks for these, and picks
 * afterwards.
 */
export function todayAnywhere(instant: Date): { readonly from: string; readonly to: string } {
  return { from: utcDate(instant.getTime() - 12 * msPerHour), to: utcDate(instant.getTime() + 14 * msPerHour) }
}

function utcDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
