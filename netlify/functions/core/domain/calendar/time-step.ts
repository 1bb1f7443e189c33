import * as z from 'zod'
import { addDays } from './days-between.js'
import { mondayOf } from './iso-week.js'

/** The length of a step in a series. */
export const Step = z
  .enum(['day', 'week', 'month'])
  .meta({ id: 'Step', description: 'The length of a step in a series', example: 'week' })
export type Step = z.output<typeof Step>

/** A stretch of days, both ends included. */
export type Days = { readonly from: string; readonly to: string }

/** Returns the first day of the step in which a date lies: its Monday, or the first of its month. */
export function firstDayOf(step: Step, date: string): string {
  switch (step) {
    case 'day':
      return date
    case 'week':
      return mondayOf(date)
    case 'month':
      return `${date.slice(0, 7)}-01`
    default:
      return step satisfies never
  }
}

/** Lists the steps between two days by their first days, the first one whole, without gaps. */
export function stepsBetween(step: Step, { from, to }: Days): string[] {
  const firstDays: string[] = []
  for (let first = firstDayOf(step, from); first <= to; first = nextStep(step, first)) firstDays.push(first)
  return firstDays
}

/** Returns the first day of the step after the one that begins on `first`. */
export function nextStep(step: Step, first: string): string {
  // a month has at most 31 days, so that 31 days after its first day it is the next one
  const days = { day: 1, week: 7, month: 31 }[step]
  return firstDayOf(step, addDays(first, days))
}
