/** RFC 3339, section 5.6, with up to nine digits of a second; ranges are looked at one by one. */
const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|[+-](\d{2}):(\d{2}))$/i

const notAnInstant =
  'must be an instant of RFC 3339 with seconds, at most 9 digits of a fraction, and Z or an offset, such as 2026-11-22T17:30:00Z or 2026-11-22T18:30:00+01:00'

/** An instant as it is kept, or what is wrong with the text. */
export type ReadInstant = { readonly instant: string } | { readonly fault: string }

/**
 * Reads an instant as clients write it (RFC 3339) and returns it in UTC to the millisecond; further
 * digits are cut off. The faults are those of one field.
 */
export function readInstant(text: string): ReadInstant {
  const parts = shape.exec(text)
  if (!parts) return { fault: notAnInstant }
  const [, date = '', hour = '', minute = '', second = '', , offsetHour = '00', offsetMinute = '00'] = parts
  if (!isDate(date)) return { fault: 'names a day that does not exist' }
  if (hour > '23') return { fault: 'must have an hour from 00 to 23; midnight is 00:00:00 of the next day' }
  if (minute > '59') return { fault: 'must have minutes from 00 to 59' }
  if (second > '59') return { fault: 'must have seconds from 00 to 59; a leap second is written as second 59' }
  if (offsetHour > '23' || offsetMinute > '59') return { fault: 'must have an offset from -23:59 to +23:59' }
  const instant = new Date(text.toUpperCase()).toISOString()
  return instant >= '2000' && instant < '2101' ? { instant } : { fault: 'must lie between 2000 and 2100' }
}

/** Tells whether a date of the calendar exists; a `Date` would pass on to the next month. */
function isDate(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date)
}
