/**
 * Returns the instant at which clocks in a time zone (an IANA name) show a date and time,
 * `YYYY-MM-DD` and `HH:MM`.
 */
export function instantInZone(timeZone: string, date: string, time: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const guess = wanted - aheadMs(timeZone, new Date(wanted))
  // the offset at the guess is right, unless the clocks change in the hours between
  return new Date(wanted - aheadMs(timeZone, new Date(guess)))
}

/** Returns how far the clocks of a time zone are ahead of UTC, in milliseconds. */
function aheadMs(timeZone: string, instant: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant.getTime() / 1000) * 1000
}
