import * as z from 'zod'
import { readInstant } from './given-instant.js'
import { timeZoneName } from './time-zone-name.js'

/** A calendar date of the athlete's own zone, `YYYY-MM-DD`, that exists, from 2000 to 2100. */
export const LocalDate = z.iso
  .date({ abort: true })
  .refine((date) => date >= '2000-01-01' && date <= '2100-12-31', {
    error: 'must lie between 2000-01-01 and 2100-12-31',
  })
  .meta({ id: 'LocalDate', description: "A date in the athlete's time zone", example: '2026-11-22', maxLength: 10 })

/** A time of day in the athlete's own zone, `HH:MM`. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM')
  .meta({ id: 'LocalTime', description: "A time of day in the athlete's time zone", example: '18:30', maxLength: 5 })

/** An instant in an answer: RFC 3339 in UTC, with `Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).meta({
  id: 'Instant',
  description: 'An instant, RFC 3339 in UTC',
  example: '2026-11-22T17:30:00.000Z',
  maxLength: 24,
})

/**
 * An instant in a request, in any form that RFC 3339 has; it is an `Instant` from then on, so that
 * instants are compared as text.
 */
export const GivenInstant = z
  .string()
  .meta({
    description: 'An instant, RFC 3339 in UTC or with an offset, to the millisecond; answers have it in UTC',
    format: 'date-time',
    example: '2026-11-22T17:30:00Z',
    maxLength: 35,
  })
  .transform((text, context) => {
    const read = readInstant(text)
    if ('instant' in read) return read.instant
    context.addIssue({ code: 'custom', message: read.fault, params: { code: 'FORMAT' } })
    return z.NEVER
  })
  .pipe(Instant)

/** An instant as a query parameter, in which a bare `+` arrives as a space. */
export const QueryInstant = z.preprocess(
  (given) => (typeof given === 'string' ? given.replace(/ (?=\d{2}:\d{2}$)/, '+') : given),
  GivenInstant,
)

/** An ISO 8601 week, `2026-W47`. */
export const IsoWeek = z
  .string()
  .regex(/^20\d{2}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be an ISO week, e.g. 2026-W47')
  .meta({ id: 'IsoWeek', description: 'An ISO 8601 week, Monday first', example: '2026-W47', maxLength: 8 })

/** A time zone of the IANA database that this runtime knows, e.g. `Europe/Berlin`, in any case. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => timeZoneName(name) !== null, {
    error: 'is not a time zone of the IANA database, such as Europe/Berlin',
  })
  .overwrite((name) => timeZoneName(name) ?? name)
  .meta({ id: 'TimeZone', description: 'An IANA time zone', example: 'Europe/Berlin', maxLength: 64 })
