const msPerHour = 3_600_000

/** From when on every clock differs from UTC by whole minutes; Liberia's was the last that did not. */
const minuteOf1973 = Date.UTC(1973, 0) / 60_000

/** More than the zones that athletes of one process live in; a formatter takes some 20 kB. */
const zonesMax = 100

/** A zone that is in use: making its formatter takes as long as using it a hundred times. */
type Zone = {
  readonly formatter: Intl.DateTimeFormat
  /** The minute that was asked for last, and the date in it: requests ask for now. */
  last: { readonly minute: number; readonly date: string } | null
}

const zones = new Map<string, Zone>()

/** Returns the calendar date (`YYYY-MM-DD`) of an instant in `timeZone` (an IANA name). */
export function dateIn(timeZone: string, instant: Date): string {
  const zone = zoneOf(timeZone)
  const minute = Math.floor(instant.getTime() / 60_000)
  if (zone.last?.minute === minute) return zone.last.date
  // `11/22/2026`; taking it apart takes an eighth of the time of formatToParts()
  const [month, day, year] = zone.formatter.format(instant).split('/')
  const date = `${year}-${month}-${day}`
  // clocks were set by seconds before
  zone.last = minute < minuteOf1973 ? null : { minute, date }
  return date
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  if (zones.size >= zonesMax) zones.clear()
  const formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const zone: Zone = { formatter, last: null }
  zones.set(timeZone, zone)
  return zone
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
