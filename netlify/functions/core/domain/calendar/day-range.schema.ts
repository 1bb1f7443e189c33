import type * as z from 'zod'
import { LocalDate } from '#domain/values/time.schema.js'
import { daysBetween } from './days-between.js'

/** The most days that one request may ask for; more than a year at once is a case for an export. */
export const daysInRangeMax = 366

/** The query parameters of a range of days; `checkDayRange` says what holds between them. */
export const dayRangeFields = {
  from: LocalDate.exactOptional().meta({ description: 'First day; needs `to`', example: '2026-11-16' }),
  to: LocalDate.exactOptional().meta({ description: 'Last day; needs `from`', example: '2026-11-22' }),
}

type Given = { readonly from?: string; readonly to?: string }

/** Refines a query with a range of days: both ends or neither, in order, at most 366 days. */
export function checkDayRange(query: Given, context: z.core.$RefinementCtx<Given>): void {
  const fault = rangeFault(query)
  if (fault) context.addIssue({ code: 'custom', path: [fault.parameter], message: fault.message, input: query })
}

function rangeFault({ from, to }: Given): { parameter: 'from' | 'to'; message: string } | null {
  if (from === undefined && to === undefined) return null
  if (from === undefined) return { parameter: 'from', message: 'is missing: give both from and to, or neither' }
  if (to === undefined) return { parameter: 'to', message: 'is missing: give both from and to, or neither' }
  if (to < from) return { parameter: 'to', message: 'must not lie before from' }
  if (daysBetween(from, to) >= daysInRangeMax)
    return { parameter: 'to', message: `must lie less than ${daysInRangeMax} days after from` }
  return null
}
