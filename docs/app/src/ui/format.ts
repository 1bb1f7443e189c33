const locale = 'en-GB'

/** `2026-11-28` as `Saturday, 28 November`: a calendar date is the same day in every time zone. */
export function longDay(date: string): string {
  return dayText(date, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** `2026-11-28` as `Sat, 28 Nov`. */
export function shortDay(date: string): string {
  return dayText(date, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** `2026-11-28` as `28 November 2026`. */
export function fullDay(date: string): string {
  return dayText(date, { dateStyle: 'long' })
}

function dayText(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** 95 as `1:35`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${`${Math.floor(seconds % 60)}`.padStart(2, '0')}`
}

/** `1 set`, `3 sets`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

/** A set in short: `8`, `30 s`. */
export function amount(set: { readonly reps?: number | null; readonly duration?: number | null }): string {
  return typeof set.duration === 'number' ? `${set.duration} s` : `${set.reps ?? 0}`
}

/** The date of this moment where the athlete is: `2026-11-28`. */
export function dateHere(timeZone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', timeZone === undefined ? {} : { timeZone }).format(new Date())
}
