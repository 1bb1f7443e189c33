const noonMinute = 12 * 60
const minuteMs = 60_000

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Looks at the clock of a time zone: formatters are dear to make. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(timeZone, clock)
  return clock
}

/**
 * Returns the instant when clocks in a time zone (an IANA name) show this date and minute after
 * midnight. It asks once for a day, at noon in UTC: where people live clocks change before that, and
 * before anybody trains.
 */
export function instantAt(timeZone: string, date: string, minute: number): Date {
  const noon = Date.parse(`${date}T12:00:00Z`)
  const shown = Date.parse(`${clockOf(timeZone).format(noon).replace(' ', 'T')}Z`)
  const aheadMs = shown - noon
  return new Date(noon - aheadMs + (minute - noonMinute) * minuteMs)
}

/** Writes a minute after midnight as `HH:MM`. */
export function timeOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export function after(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000)
}
