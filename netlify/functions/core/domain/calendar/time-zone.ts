const msPerHour = 3_600_000

/** More than the zones that athletes of one process live in; a formatter takes some 20 kB. */
const formattersMax = 100

/** The formatters in use, by zone: making one takes as long as using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Returns the calendar date (`YYYY-MM-DD`) of an instant in `timeZone` (an IANA name). */
export function dateIn(timeZone: string, instant: Date): string {
  // `11/22/2026`; taking it apart takes an eighth of the time of formatToParts()
  const [month, day, year] = formatterOf(timeZone).format(instant).split('/')
  return `${year}-${month}-${day}`
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  if (formatters.size >= formattersMax) formatters.clear()
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
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
