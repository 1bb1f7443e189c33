import type * as z from 'zod'
import { refuse } from '#domain/refusal.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { daysBetween } from './days-between.js'
import { todayAnywhere } from './time-zone.js'

/** The most days that one request may ask for; more than a year at once is a case for an export. */
export const daysInRangeMax = 366

/** The query parameters of a range of days; `checkDayRange` says what holds between them. */
export const dayRangeFields = {
  from: LocalDate.exactOptional().meta({
    description: 'First day; alone, it means until today',
    example: '2026-11-16',
  }),
  to: LocalDate.exactOptional().meta({ description: 'Last day; needs `from`', example: '2026-11-22' }),
}

type Given = { readonly from?: string | undefined; readonly to?: string | undefined }

/** Refines a query with a range of days: an end needs a beginning; in order, at most 366 days. */
export function checkDayRange(query: Given, context: z.core.$RefinementCtx<Given>): void {
  const fault = rangeFault(query)
  if (fault) context.addIssue({ code: 'custom', path: [fault.parameter], message: fault.message, input: query })
}

/** Refines a query with a range of days of any length: an end needs a beginning, and lies after it. */
export function checkRangeOrder(query: Given, context: z.core.$RefinementCtx<Given>): void {
  const fault = orderFault(query)
  if (fault) context.addIssue({ code: 'custom', path: [fault.parameter], message: fault.message, input: query })
}

type Fault = { readonly parameter: 'from' | 'to'; readonly message: string }

function rangeFault({ from, to }: Given): Fault | null {
  if (from === undefined || to === undefined || daysBetween(from, to) < daysInRangeMax) return orderFault({ from, to })
  return { parameter: 'to', message: `must lie less than ${daysInRangeMax} days after from` }
}

function orderFault({ from, to }: Given): Fault | null {
  if (to === undefined) return null
  if (from === undefined) return { parameter: 'from', message: 'is missing: to alone says no range' }
  return to < from ? { parameter: 'to', message: 'must not lie before from' } : null
}

/**
 * Refuses a range without its end with INVALID_INPUT (parameter `from`), when more days than one
 * request may ask for lie between its beginning and today, wherever that is today.
 */
export function assertFromIsNear({ from, to }: Given, now: Date): void {
  if (from === undefined || to !== undefined || daysBetween(from, todayAnywhere(now).from) < daysInRangeMax) return
  refuse('INVALID_INPUT', 'The query is not as it should be.', [
    {
      parameter: 'from',
      code: 'OUT_OF_RANGE',
      detail: `must lie less than ${daysInRangeMax} days before today, or give to`,
    },
  ])
}
