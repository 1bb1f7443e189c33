import * as z from 'zod'
import { weekExists } from './iso-week.js'

const form = /^(?:current|20\d{2}-W(?:0[1-9]|[1-4]\d|5[0-3]))$/

/** An ISO week that exists, or `current` for the week that is running where the athlete is. */
export const WeekName = z
  .string()
  .max(8)
  .regex(form, { error: 'must be an ISO week, e.g. 2026-W47, or current', abort: true })
  .refine((week) => week === 'current' || weekExists(week), { error: 'is not a week of that year' })
  .meta({ description: 'An ISO 8601 week, or `current`', example: '2026-W47' })
